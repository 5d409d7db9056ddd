"""What the window's modules import of Qt, by Qt module. A test holds it against the modules themselves.

Only these of Qt's Python classes are made ahead: all there are would be 4.6 MiB and a tenth of a second more.
"""

from __future__ import annotations

CORE = """
QAbstractListModel QBuffer QByteArray QCoreApplication QDate QDeadlineTimer QElapsedTimer QEvent QEventLoop
QIODevice QLine QLocale QMessageLogContext QMimeData QModelIndex QObject QPersistentModelIndex QPoint QPointF QRect
QRectF QRegularExpression QRegularExpressionMatch QSize QStandardPaths QTimer QTranslator QUrl Qt QtMsgType Signal
SignalInstance Slot qInstallMessageHandler qVersion
"""

GUI = """
QAbstractTextDocumentLayout QAccessible QAccessibleAnnouncementEvent QAction QActionGroup QBrush QCloseEvent QColor
QContextMenuEvent QCursor QDesktopServices QDragEnterEvent QDragLeaveEvent QDragMoveEvent QDropEvent QEnterEvent
QFileOpenEvent QFocusEvent QFont QFontDatabase QFontMetrics QFontMetricsF QGuiApplication QHelpEvent QHideEvent
QImage QImageReader QImageWriter QInputMethodEvent QKeyEvent QKeySequence QMouseEvent QPaintEvent QPainter QPalette
QPen QPixmap QResizeEvent QScreen QShortcut QShowEvent QStandardItem QStandardItemModel QTextBlock QTextCharFormat
QTextCursor QTextDocument QTextFrameFormat QTextLayout QTextLength QTextLine QTextList QTextListFormat QTextOption
QTextTable QTextTableFormat QWheelEvent
"""

WIDGETS = """
QAbstractButton QAbstractItemView QAbstractScrollArea QApplication QBoxLayout QButtonGroup QCalendarWidget QCheckBox
QComboBox QDialog QFileDialog QFrame QGridLayout QHBoxLayout QHeaderView QLabel QLayoutItem QLineEdit QListView
QListWidget QListWidgetItem QMainWindow QMenu QMessageBox QPlainTextDocumentLayout QPlainTextEdit QProgressBar
QPushButton QRadioButton QScrollArea QSizePolicy QSplitter QStackedWidget QStyle QStyleOptionViewItem
QStyledItemDelegate QTabBar QTableView QTableWidget QTableWidgetItem QTextBrowser QTextEdit QToolButton QToolTip
QTreeView QTreeWidget QTreeWidgetItem QVBoxLayout QWidget QWidgetAction
"""
