"""The words of a kullmerke: 1024 short plain ones. They never change, or a mark on paper would mean another file."""

from __future__ import annotations

WORDS = tuple(
    """
    agurk akse akvarell alge ananas and anemone ankel anker ansjos antenne ape aprikos armbånd ask asters atlas atom
    aurikkel avis avokado badstue bakgård balje balkong ball ballong bambus banan bank basalt basar basill bast bavian
    beger beite belte benk bensin berg bever bie bilde binders birk bison bjelke bjelle bjørk bjørn blad blikk blokk
    blomst blå blåbær blåhval blåmeis bokhylle bokmerke bolle bolt bomull bonsai bord bratsj brev brevdue brikke brille
    bringe bro brosje brostein brus brygge bryn brød brønn brøyte buffet bukett bukse bukt bunad bunke bur busk buss
    butikk bygd båre båt bærtur bøk bølge bønne børste bøtte celle dagbok dal damp dans deig delfin diamant dike dill
    disk diskos divan dompap dorull dott drage drakt drops dråpe drøm due duk dukke dusj dyne dynge dør eføy eik ekko
    ekorn elefant elv eng eple erme ert esel espe etikett etui evje fagott fakkel falk farge farin farm fasan fele
    femkant fenalår ferge fersken festning fiber fidel figur fiken film filt finger finne fiol firkant fisk fjell fjord
    fjær fjøs flagg flamme flanell flaske flekk flette flint flue fluor fly flyge flygel flåte fløte fløy fløyel fløyte
    fontene fork foss fot fotball frakk fres frimerke frosk frost frukt frø fugl furu fyrtårn får fårehund føll føre
    gaffel garasje gard gardin garn gave geit gele gemse genser gepard gips gir giraff gitar gjedde gjerde gjest gjær
    gjøk glass glassur glorie glød gløgg gnager gnist gnu gondol gong granitt grantre grape gras gravhund grein grep
    grevling grill gris grop grotte grus gruve gryte gråspurv grønn grøt gulrot gulv gummi gyllen gynge gås hagl halm
    hammer hamp hane hanske harpe harv hassel hatt haug hauk havn havre hegre hei hekk hekle helg hengsel hermelin hest
    hette hibiskus himmel hink hjelm hjort hjul hjørne hodelykt holme holt honning horn hotell hov hule humle hummer
    hund hus hval hvete hvit hvitveis hylle hylster hyse hytte håndkle håp hærfugl høns høvel høy høyde iglo iller
    indigo ingefær insekt isbit isbjørn isbre isfugl iskrem isse istapp jade jakke jerv jolle jordbær jubel jungel juvel
    kabel kabin kaffe kai kajakk kake kaktus kalas kalender kalk kalkun kalosje kamel kamera kamille kamin kanal kanin
    kanne kano kapell kapers kapsel karaffel karamell karpe karri kart karusell karve kasse kastanje kavring kefir
    keramikk kikkert kile kino kirsebær kisel kiste kiwi kjegle kjeller kjepp kjerre kjeve kjole kjøkken kjøl kjøtt
    klatt klav klede klippe klo klokke kloss kløft kløver knagg knapp knaus kniv knott koala kobber koffert kolibri
    komet kompass konfekt kongle konkylie konsert kontor kor korall korp korsang kost krabbe kran krans krater kreps
    kringle krok krokus krone krukke krybbe krydder kryss krystall kråke kube kulde kull kunst kurv kvann kvarts kvast
    kvist kyst kåpe labb labyrint lag lagune lakk lakris laks lampe lanterne lapp larve lava lavendel lavvo lefse leir
    lekeplass lemen lenke leopard lerke lerret lilje lilla lime lind linerle linse list lodd loff loft loppe lotus luft
    lugar lugg luke lupin lutefisk lykt lyng lys lyseblå låve løp løve løvetann løype magnet maigull mais majones
    makrell makron malm malurt mandel manet mango mantel mantra mappe margerit mark marmor marsipan mast mat matte maur
    medalje meise mel melk melodi melon merke messing metall mile mint mjød mjødurt modell mokka moll molte moped mopp
    morell morkel mosaikk mose motor mugge mulde murstein mus musikk muskat musling mygg mynt myr myrull mysing myte
    måke måltid måne mønster nabo nagle nakke navle nebb nek nellik nepe neshorn nett neve nikkel nordlys nype nål
    nøkkel nøste nøtt oase oker okse oliven olje opal opera oppdrag oransje ordbok orden orgel orkan orkester orkide orm
    orrfugl osp oter ovn padde pakke palett palme panda panel panne panorama papegøye papir papp paprika paraply park
    partitur pasta pastell patina pause pedal peis pels pendel penn pensel pepper perle perm persille persimon pil pille
    pingvin pinje pinnsvin pion pipe pistasj pitabrød pizza plagg plan planet plante plate platå plen plog plomme plugg
    poeng poesi pollen ponni poppel porselen port portal post potet potte prikk prisme propell prosa puddel pudding pult
    puma pumpe punkt pute pyramide pytt påfugl pære pølse quiz rabarbra radar radio ram ramme rampe rand raps rasp ravn
    regn regnbue reir reise reke rekke remse renne revy ribbe ribs rike ring rist robåt rogn romfart rosa rose rosett
    rosin rot rubin rug rull rundball rune rust ruter ryggsekk rype rytme råd rådyr rødbete røye røyk røyskatt safir
    safran saft saga saks salat salme salmiakk salong salt samba sandal sang saus savann sebra seder seil sekk selje
    semule seng sennep senter sepia serie servise sesam sigd signal sild silke silo sirene sirkel sirkus sirup siv sjakk
    sjal sjokolade sjø sjøgress skap skatt skavl skilt skinke skinn skip skisse skje skjell skjerf skjold skjorte skjære
    skog skole skorpe skorpion skott skrift skrin skritt skrue skuff skute sky skygge skål skøyte slalåm slede slekt
    slette slips slott slurk slynge slør sløyfe smed smie smil smule smykke smør smørbukk snegl snekke snelle snor snute
    snø snøball snøfonn snømann sofa sokk sol solbær solsikke solur sone sonett sopp sopran spade spalte spann spark
    sparv speil spekk spett spill spinat spindel spire spiss splint spole spor sport spove sprett sprøyt spurv stabbur
    stade staffeli stake stall stamme stang stav stein stek stemme steppe sti stige stilk stille stjerne stoff stokk
    stol stolpe stork storm strand streng strikk stripe strofe struts strå strøm stubbe studio stue stær støpsel støv
    støvel sukker sump sund suppe surdeig svale svamp svane sverd svibel sving sykkel sylte symfoni synål syrin såle
    såte søyle talg tango tapet tare tau tavle taxi teater tegl telt tema tempel tennis teppe termos terning terrasse
    tiara tiger timian tine tiur tjeld tjern tjære toast tog tokt tomat tonn topas topp torg torsk torv trakt traktor
    tralle trane trapp trepanel trille tromme trompet trost tråd trøffel trøye tube tulipan tun tunnel turkis turnips
    tusj tvist tyri tyttebær tåke tårn tømmer tønne tørkle tøyle ugle undulat urt uvær vadefugl vaffel vaier vakt valmue
    valnøtt vanilje vante varde varsel vase ved vegg vekt velling vepse vers vest vev vidde vik villa vimpel vind vindu
    vinge vipe visp vogn voks vott vårløk vårsol yacht ynde yngel yoghurt åker åre årstid åttekant æra ærfugl øgle øks
    ørken ørn ørret øse
    """.split()  # noqa: SIM905 - a list of a thousand lines is no easier to read
)
