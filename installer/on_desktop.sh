#!/usr/bin/env bash
# What a person does on a Linux desktop: double-clicks Kursapp's files. Run by fresh_debian.sh in its root, as a person
# who has a profile, and where nothing else runs. A second file is opened in the window there is.
set -euo pipefail
export DISPLAY=:7 QT_QPA_PLATFORM=xcb
here=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$here"' EXIT

fail() { echo "$*" >&2; xwininfo -root -tree >&2 || true; exit 1; }
windows() { xwininfo -root -tree 2>/dev/null | grep -c "– Kursapp" || true; }
is_titled() { xwininfo -root -tree 2>/dev/null | grep -q "\"$1 – Kursapp\""; }
await() { for _ in $(seq 240); do "$@" && return; sleep 0.5; done; fail "Waited in vain: $*"; }
started() { pgrep -x kursapp -a | grep -vc "multiprocessing\|defunct" || true; }

Xvfb "$DISPLAY" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
await xwininfo -root >/dev/null 2>&1
courses=/usr/lib/kursapp/_internal/kursapp/_data/courses
kursapp pack "$courses/temadag-arbeidsgiveransvar" -o "$here/Temadag æøå.kurs" >/dev/null
KURSAPP_DATA="$here/koordinator" kursapp cohort simulate --n 5 --seed 7 --out "$here/svar" >/dev/null
cohort=$(find "$here/svar" -name '*.kull' | head -1)
answer=$(find "$here/svar" -name '*.svar' | head -1)
for file in "$here/Temadag æøå.kurs" "$cohort" "$answer"; do
  kind=$(xdg-mime query filetype "$file")
  [ "$kind" = "application/x-kursapp-${file##*.}" ] || fail "$file is «$kind»."
  [ "$(xdg-mime query default "$kind")" = kursapp.desktop ] || fail "Nobody opens «$kind»."
done

xdg-open "$here/Temadag æøå.kurs" &
title=$(sed -n 's/^# //p' "$courses/temadag-arbeidsgiveransvar/kurs.md" | head -1)
await is_titled "$title"
echo "Double-clicked: «$title»"
xdg-open "$cohort"
await is_titled "Simulert kull 7"
[ "$(windows)" = 1 ] || fail "There is not one window: $(windows)"
echo "Double-clicked with the window open: «Simulert kull 7»"
xdg-open "$answer"
[ "$(started)" = 1 ] || fail "There is not one Kursapp: $(pgrep -x kursapp -a)"
