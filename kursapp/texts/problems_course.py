"""Sentences about a course's cover, pages, ids, links and running text."""

from __future__ import annotations

from kursapp.texts.sentence import Said

COURSE: dict[str, Said] = {
    "front-matter-open": Said(
        nb=("Opplysningene øverst mangler linja --- som avslutter dem.", "Skriv --- på en egen linje etter den siste."),
        nn=("Opplysningane øvst manglar linja --- som avsluttar dei.", "Skriv --- på ei eiga linje etter den siste."),
        en=(
            "The front matter lacks the line --- that ends it.",
            "Write --- on a line of its own after the last entry.",
        ),
    ),
    "front-matter-line": Said(
        nb=(
            "«{text}» er ikke en opplysning.",
            "Skriv «nøkkel: verdi», eller to mellomrom og en strek under en nøkkel.",
        ),
        nn=(
            "«{text}» er ikkje ei opplysning.",
            "Skriv «nøkkel: verdi», eller to mellomrom og ein strek under ein nøkkel.",
        ),
        en=("“{text}” is not an entry.", "Write “key: value”, or two spaces and a hyphen under a key."),
    ),
    "front-matter-key-twice": Said(
        nb=("«{key}» står to ganger.", "Ta bort den ene."),
        nn=("«{key}» står to gonger.", "Ta bort den eine."),
        en=("“{key}” stands twice.", "Take one away."),
    ),
    "front-matter-key-unknown": Said(
        nb=("«{key}» er ikke kjent her.{? Mente du «{nearest}»??}", "Rett skrivemåten, eller ta bort linja."),
        nn=("«{key}» er ikkje kjent her.{? Meinte du «{nearest}»??}", "Rett skrivemåten, eller ta bort linja."),
        en=("“{key}” is not known here.{? Did you mean “{nearest}”??}", "Mend the spelling, or take the line away."),
    ),
    "not-minutes": Said(
        nb=("«{value}» er ikke et antall minutter.", "Skriv et tall, for eksempel «minutter: 45»."),
        nn=("«{value}» er ikkje eit tal på minutt.", "Skriv eit tal, til dømes «minutter: 45»."),
        en=("“{value}” is not a number of minutes.", "Write a number, for instance “minutes: 45”."),
    ),
    "not-hours": Said(
        nb=("«{value}» er ikke et antall timer.", "Skriv et tall, for eksempel «timer: 30»."),
        nn=("«{value}» er ikkje eit tal på timar.", "Skriv eit tal, til dømes «timer: 30»."),
        en=("“{value}” is not a number of hours.", "Write a number, for instance “hours: 30”."),
    ),
    "not-a-date": Said(
        nb=("«{value}» er ikke en dato.", "Skriv den som 2026-07-02."),
        nn=("«{value}» er ikkje ein dato.", "Skriv han som 2026-07-02."),
        en=("“{value}” is not a date.", "Write it like 2026-07-02."),
    ),
    "unknown-language": Said(
        nb=("Språket «{language}» er ikke kjent.", "Skriv nb, nn eller en."),
        nn=("Språket «{language}» er ikkje kjent.", "Skriv nb, nn eller en."),
        en=("The language “{language}” is not known.", "Write nb, nn or en."),
    ),
    "no-title": Said(
        nb=("Overskriften mangler tekst, eller fila mangler tittel.", "Skriv en tittel etter #."),
        nn=("Overskrifta manglar tekst, eller fila manglar tittel.", "Skriv ein tittel etter #."),
        en=("The heading has no words, or the file has no title.", "Write a title after #."),
    ),
    "second-title": Said(
        nb=("Fila har mer enn én tittel (#).", "Skriv ## for en ny side."),
        nn=("Fila har meir enn éin tittel (#).", "Skriv ## for ei ny side."),
        en=("The file has more than one title (#).", "Write ## for a new page."),
    ),
    "page-without-title": Said(
        nb=("Siden mangler tittel.", "Skriv en tittel etter ##."),
        nn=("Sida manglar tittel.", "Skriv ein tittel etter ##."),
        en=("The page has no title.", "Write a title after ##."),
    ),
    "skipped-heading-level": Said(
        nb=("Overskriften hopper over et nivå.", "Bruk ett tegn # mindre, så leseren finner fram."),
        nn=("Overskrifta hoppar over eit nivå.", "Bruk eitt teikn # mindre, så lesaren finn fram."),
        en=("The heading skips a level.", "Use one # less, so that readers find their way."),
    ),
    "no-sessions": Said(
        nb=("kurs.md nevner ingen økter.", "Skriv en overskrift ## og under den en liste med lenker til øktene."),
        nn=("kurs.md nemner ingen økter.", "Skriv ei overskrift ## og under ho ei liste med lenkjer til øktene."),
        en=("kurs.md names no sessions.", "Write a heading ## and under it a list of links to the sessions."),
    ),
    "list-item-not-link": Said(
        nb=(
            "«{text}» i kurs.md er ikke en lenke til en økt.",
            "Skriv «1. [Tittel](fil.md)», eller gjør det til vanlig tekst.",
        ),
        nn=(
            "«{text}» i kurs.md er ikkje ei lenkje til ei økt.",
            "Skriv «1. [Tittel](fil.md)», eller gjer det til vanleg tekst.",
        ),
        en=(
            "“{text}” in kurs.md is not a link to a session.",
            "Write “1. [Title](file.md)”, or make it ordinary text.",
        ),
    ),
    "nested-list-item": Said(
        nb=("«{text}» står inni et annet punkt. Lista med økter er flat.", "Ta bort innrykket."),
        nn=("«{text}» står inni eit anna punkt. Lista med økter er flat.", "Ta bort innrykket."),
        en=("“{text}” stands inside another item. The list of sessions is flat.", "Take the indentation away."),
    ),
    "not-a-session-link": Said(
        nb=("«{target}» er ikke en Markdown-fil i kurset.", "Lenk til en fil som slutter på .md."),
        nn=("«{target}» er ikkje ei Markdown-fil i kurset.", "Lenk til ei fil som sluttar på .md."),
        en=("“{target}” is not a Markdown file of the course.", "Link to a file that ends in .md."),
    ),
    "missing-session": Said(
        nb=("Fila «{target}» finnes ikke.{? Mente du «{nearest}»??}", "Lag fila, eller rett lenken i kurs.md."),
        nn=("Fila «{target}» finst ikkje.{? Meinte du «{nearest}»??}", "Lag fila, eller rett lenkja i kurs.md."),
        en=(
            "The file “{target}” does not exist.{? Did you mean “{nearest}”??}",
            "Make the file, or mend the link in kurs.md.",
        ),
    ),
    "file-twice": Said(
        nb=("«{target}» står to ganger i kurs.md.", "Ta bort den ene. En økt har ett sted."),
        nn=("«{target}» står to gonger i kurs.md.", "Ta bort den eine. Ei økt har éin stad."),
        en=("“{target}” stands twice in kurs.md.", "Take one away. A session has one place."),
    ),
    "file-in-no-list": Said(
        nb=("Fila står ikke i kurs.md og blir ikke vist.", "Legg den til i lista, eller la den være et utkast."),
        nn=("Fila står ikkje i kurs.md og blir ikkje vist.", "Legg ho til i lista, eller la ho vere eit utkast."),
        en=("The file is not named in kurs.md and is not shown.", "Add it to the list, or leave it as a draft."),
    ),
    "unknown-requirement": Said(
        nb=(
            "«{text}» er ikke et krav programmet kjenner.",
            "Lenk til en quiz eller arbeidsbok, eller skriv «Alle refleksjoner besvart».",
        ),
        nn=(
            "«{text}» er ikkje eit krav programmet kjenner.",
            "Lenk til ein quiz eller ei arbeidsbok, eller skriv «Alle refleksjoner besvart».",
        ),
        en=(
            "“{text}” is not a requirement the program knows.",
            "Link to a quiz or a workbook, or write “All reflections answered”.",
        ),
    ),
    "requirement-not-countable": Said(
        nb=(
            "«{text}» viser til noe som verken er en quiz eller en arbeidsbok.",
            "Lenk til en quizside, eller til arbeidsbokas id.",
        ),
        nn=(
            "«{text}» viser til noko som verken er ein quiz eller ei arbeidsbok.",
            "Lenk til ei quizside, eller til id-en til arbeidsboka.",
        ),
        en=(
            "“{text}” points to something that is neither a quiz nor a workbook.",
            "Link to a quiz page, or to the workbook's id.",
        ),
    ),
    "setting-without-number": Said(
        nb=("«{key}» mangler et tall.", "Skriv for eksempel «åpner: 90 dager»."),
        nn=("«{key}» manglar eit tal.", "Skriv til dømes «åpner: 90 dager»."),
        en=("“{key}” lacks a number.", "Write for instance “opens: 90 days”."),
    ),
    "no-id": Said(
        nb=("{?«{title}» ?}mangler id. Framgangen henger på id-en.", "La «kursapp check --fix» skrive «{id}»."),
        nn=("{?«{title}» ?}manglar id. Framgangen heng på id-en.", "La «kursapp check --fix» skrive «{id}»."),
        en=("{?“{title}” ?}has no id. Progress hangs on the id.", "Let “kursapp check --fix” write “{id}”."),
    ),
    "bad-id": Said(
        nb=("«{id}» kan ikke være en id.", "Bruk bokstavene a–z, tall og bindestrek{?, for eksempel «{suggestion}»?}."),
        nn=("«{id}» kan ikkje vere ein id.", "Bruk bokstavane a–z, tal og bindestrek{?, til dømes «{suggestion}»?}."),
        en=("“{id}” cannot be an id.", "Use the letters a–z, digits and hyphens{?, for instance “{suggestion}”?}."),
    ),
    "duplicate-id": Said(
        nb=("Id-en «{id}» finnes alt i {first_file}:{first_line}.", "Gi denne en ny id. Den første beholder sin."),
        nn=("Id-en «{id}» finst alt i {first_file}:{first_line}.", "Gi denne ein ny id. Den første held på sin."),
        en=(
            "The id “{id}” is already in {first_file}:{first_line}.",
            "Give this one a new id. The first keeps its own.",
        ),
    ),
    "duplicate-part-id": Said(
        nb=("Id-en «{id}» står to ganger her.", "Gi den siste en ny id."),
        nn=("Id-en «{id}» står to gonger her.", "Gi den siste ein ny id."),
        en=("The id “{id}” stands twice here.", "Give the last one a new id."),
    ),
    "dead-link": Said(
        nb=("Lenken «{target}» fører ingen steder.{? Mente du «{nearest}»??}", "Rett målet, eller ta bort lenken."),
        nn=("Lenkja «{target}» fører ingen stader.{? Meinte du «{nearest}»??}", "Rett målet, eller ta bort lenkja."),
        en=(
            "The link “{target}” leads nowhere.{? Did you mean “{nearest}”??}",
            "Mend its target, or take the link away.",
        ),
    ),
    "path-out-of-course": Said(
        nb=("«{target}» ligger utenfor kursmappa og blir ikke åpnet.", "Legg fila i kursmappa og lenk til den der."),
        nn=("«{target}» ligg utanfor kursmappa og blir ikkje opna.", "Legg fila i kursmappa og lenk til ho der."),
        en=(
            "“{target}” is outside the course folder and is not opened.",
            "Put the file in the course folder and link to it there.",
        ),
    ),
    "link-to-no-page": Said(
        nb=("«{target}» er en fil, men ikke en side i kurset.", "Lenk til en økt i kurs.md, eller ta bort lenken."),
        nn=("«{target}» er ei fil, men ikkje ei side i kurset.", "Lenk til ei økt i kurs.md, eller ta bort lenkja."),
        en=(
            "“{target}” is a file, but not a page of the course.",
            "Link to a session in kurs.md, or take the link away.",
        ),
    ),
    "forbidden-address": Said(
        nb=("Adressen «{target}» er ikke tillatt.", "Bruk https:, mailto: eller en side i kurset."),
        nn=("Adressa «{target}» er ikkje tillaten.", "Bruk https:, mailto: eller ei side i kurset."),
        en=("The address “{target}” is not allowed.", "Use https:, mailto: or a page of the course."),
    ),
    "bad-address": Said(
        nb=("Adressen «{target}» kan ikke leses.", "Skriv den på nytt uten mellomrom."),
        nn=("Adressa «{target}» kan ikkje lesast.", "Skriv ho på nytt utan mellomrom."),
        en=("The address “{target}” cannot be read.", "Write it again without spaces."),
    ),
    "missing-media": Said(
        nb=(
            "Bildet eller fila «{target}» finnes ikke.{? Mente du «{nearest}»??}",
            "Legg fila i media/, eller rett navnet.",
        ),
        nn=(
            "Biletet eller fila «{target}» finst ikkje.{? Meinte du «{nearest}»??}",
            "Legg fila i media/, eller rett namnet.",
        ),
        en=(
            "The picture or file “{target}” does not exist.{? Did you mean “{nearest}”??}",
            "Put the file in media/, or mend its name.",
        ),
    ),
    "image-from-web": Said(
        nb=("Bildet «{target}» ligger på nettet og vises ikke: kurset skal virke uten nett.", "Legg bildet i media/."),
        nn=(
            "Biletet «{target}» ligg på nettet og blir ikkje vist: kurset skal verke utan nett.",
            "Legg biletet i media/.",
        ),
        en=(
            "The picture “{target}” is on the web and is not shown: the course works without a network.",
            "Put the picture in media/.",
        ),
    ),
    "image-too-large": Said(
        nb=("Bildet «{target}» er på mer enn 16 megapiksler.", "Gjør det mindre. 1400 piksler i bredden er nok."),
        nn=("Biletet «{target}» er på meir enn 16 megapikslar.", "Gjer det mindre. 1400 pikslar i breidda er nok."),
        en=(
            "The picture “{target}” has more than 16 megapixels.",
            "Make it smaller. A width of 1400 pixels is enough.",
        ),
    ),
    "image-unreadable": Said(
        nb=("Bildet «{target}» kan ikke leses.", "Lagre det på nytt som PNG, JPEG eller SVG."),
        nn=("Biletet «{target}» kan ikkje lesast.", "Lagre det på nytt som PNG, JPEG eller SVG."),
        en=("The picture “{target}” cannot be read.", "Save it again as PNG, JPEG or SVG."),
    ),
    "svg-unreadable": Said(
        nb=("Figuren «{target}» kan ikke leses som SVG.", "Lagre den på nytt som vanlig SVG."),
        nn=("Figuren «{target}» kan ikkje lesast som SVG.", "Lagre han på nytt som vanleg SVG."),
        en=("The figure “{target}” cannot be read as SVG.", "Save it again as plain SVG."),
    ),
    "svg-too-large": Said(
        nb=("Figuren «{target}» er for stor.", "Forenkle den, eller lagre den som PNG."),
        nn=("Figuren «{target}» er for stor.", "Forenkle han, eller lagre han som PNG."),
        en=("The figure “{target}” is too large.", "Simplify it, or save it as PNG."),
    ),
    "svg-too-many-elements": Said(
        nb=("Figuren «{target}» har for mange deler.", "Forenkle den, eller lagre den som PNG."),
        nn=("Figuren «{target}» har for mange delar.", "Forenkle han, eller lagre han som PNG."),
        en=("The figure “{target}” has too many parts.", "Simplify it, or save it as PNG."),
    ),
    "svg-without-size": Said(
        nb=("Figuren «{target}» sier ikke hvor stor den er.", "Gi den viewBox, eller bredde og høyde."),
        nn=("Figuren «{target}» seier ikkje kor stor han er.", "Gi han viewBox, eller breidd og høgd."),
        en=("The figure “{target}” does not say how large it is.", "Give it a viewBox, or a width and a height."),
    ),
    "svg-simplified": Said(
        nb=("Figuren har deler som ikke vises ({elements}).", "Tegn dem med former og tekst i stedet."),
        nn=("Figuren har delar som ikkje blir viste ({elements}).", "Teikn dei med former og tekst i staden."),
        en=("The figure has parts that are not shown ({elements}).", "Draw them with shapes and text instead."),
    ),
    "no-alt-text": Said(
        nb=("Bildet «{target}» mangler alternativ tekst.", "Skriv mellom klammene hva bildet sier: ![…]({target})."),
        nn=("Biletet «{target}» manglar alternativ tekst.", "Skriv mellom klammene kva biletet seier: ![…]({target})."),
        en=(
            "The picture “{target}” has no alternative text.",
            "Write between the brackets what it says: ![…]({target}).",
        ),
    ),
    "raw-html": Said(
        nb=("HTML som «{tag}» vises som tekst.", "Skriv det med Markdown."),
        nn=("HTML som «{tag}» blir vist som tekst.", "Skriv det med Markdown."),
        en=("HTML such as “{tag}” is shown as text.", "Write it in Markdown."),
    ),
    "too-deep": Said(
        nb=("Lister og sitater ligger mer enn {limit} nivåer inni hverandre.", "Del dem opp."),
        nn=("Lister og sitat ligg meir enn {limit} nivå inni kvarandre.", "Del dei opp."),
        en=("Lists and quotes are nested more than {limit} levels deep.", "Break them up."),
    ),
    "unknown-footnote": Said(
        nb=("Fotnoten «{name}» er ikke skrevet noe sted.", "Skriv «[^{name}]: …» i samme fil."),
        nn=("Fotnoten «{name}» er ikkje skriven nokon stad.", "Skriv «[^{name}]: …» i same fil."),
        en=("The footnote “{name}” is not written anywhere.", "Write “[^{name}]: …” in the same file."),
    ),
    "definition-twice": Said(
        nb=("«{name}» er definert to ganger i fila. Den første gjelder.", "Ta bort den ene."),
        nn=("«{name}» er definert to gonger i fila. Den første gjeld.", "Ta bort den eine."),
        en=("“{name}” is defined twice in the file. The first counts.", "Take one away."),
    ),
    "unknown-call-out": Said(
        nb=(
            "[!{name}] er ikke en kjent merkelapp.{? Mente du [!{nearest}]??}",
            "Bruk for eksempel [!MERK], [!TIPS] eller [!LOV].",
        ),
        nn=(
            "[!{name}] er ikkje ein kjend merkelapp.{? Meinte du [!{nearest}]??}",
            "Bruk til dømes [!MERK], [!TIPS] eller [!LOV].",
        ),
        en=(
            "[!{name}] is not a known label.{? Did you mean [!{nearest}]??}",
            "Use for instance [!NOTE], [!TIP] or [!LAW].",
        ),
    ),
    "instructor-note-here": Said(
        nb=(
            "Et notat til kurslederen kan ikke stå her. Det, og resten av denne teksten, vises ikke.",
            "Flytt det ut på en side, for seg selv.",
        ),
        nn=(
            "Eit notat til kursleiaren kan ikkje stå her. Det, og resten av denne teksten, blir ikkje vist.",
            "Flytt det ut på ei side, for seg sjølv.",
        ),
        en=(
            "A note to the instructor cannot stand here. It, and the rest of this text, is not shown.",
            "Move it out on a page, by itself.",
        ),
    ),
    "no-reference-table": Said(
        nb=("Fila mangler tabellen sin ({columns}).", "Skriv den slik: | {columns} |."),
        nn=("Fila manglar tabellen sin ({columns}).", "Skriv han slik: | {columns} |."),
        en=("The file lacks its table ({columns}).", "Write it like this: | {columns} |."),
    ),
    "empty-reference-cell": Said(
        nb=("Kolonnen «{column_name}» er tom i denne raden.", "Fyll den ut, eller ta bort raden."),
        nn=("Kolonnen «{column_name}» er tom i denne rada.", "Fyll han ut, eller ta bort rada."),
        en=("The column “{column_name}” is empty in this row.", "Fill it in, or take the row away."),
    ),
    "term-twice": Said(
        nb=("Begrepet «{term}» står to ganger.", "Ta bort det ene."),
        nn=("Omgrepet «{term}» står to gonger.", "Ta bort det eine."),
        en=("The term “{term}” stands twice.", "Take one away."),
    ),
    "term-never-used": Said(
        nb=("Begrepet «{term}» brukes ikke i noen økt.", "Bruk det, eller ta det ut av lista."),
        nn=("Omgrepet «{term}» blir ikkje brukt i noka økt.", "Bruk det, eller ta det ut av lista."),
        en=("The term “{term}” is not used in any session.", "Use it, or take it off the list."),
    ),
    "fact-twice": Said(
        nb=("Faktumet «{id}» står to ganger.", "Ta bort det ene, eller gi det en ny id."),
        nn=("Faktumet «{id}» står to gonger.", "Ta bort det eine, eller gi det ein ny id."),
        en=("The fact “{id}” stands twice.", "Take one away, or give it a new id."),
    ),
    "unknown-fact": Said(
        nb=(
            "Faktumet «{id}» står ikke i kilder.md.{? Mente du «{nearest}»??}",
            "Legg det til med kilde og dato, eller rett id-en.",
        ),
        nn=(
            "Faktumet «{id}» står ikkje i kilder.md.{? Meinte du «{nearest}»??}",
            "Legg det til med kjelde og dato, eller rett id-en.",
        ),
        en=(
            "The fact “{id}” is not in kilder.md.{? Did you mean “{nearest}”??}",
            "Add it with source and date, or mend the id.",
        ),
    ),
    "unconfirmed-as-rule": Said(
        nb=(
            "Faktumet «{id}» må kvalitetssikres, men står som en regel.",
            "Skriv det som vanlig praksis, utenfor [!LOV].",
        ),
        nn=(
            "Faktumet «{id}» må kvalitetssikrast, men står som ein regel.",
            "Skriv det som vanleg praksis, utanfor [!LOV].",
        ),
        en=(
            "The fact “{id}” is still to be confirmed, but stands as a rule.",
            "Write it as common practice, outside [!LAW].",
        ),
    ),
    "workload-off": Said(
        nb=(
            "Økta sier {says} minutter, men innholdet er beregnet til {takes}.",
            "Rett minuttene, eller legg til og ta bort øvelser. Fyllstoff hjelper ikke.",
        ),
        nn=(
            "Økta seier {says} minutt, men innhaldet er rekna til {takes}.",
            "Rett minutta, eller legg til og ta bort øvingar. Fyllstoff hjelper ikkje.",
        ),
        en=(
            "The session says {says} minutes, but its content comes to {takes}.",
            "Mend the minutes, or add and remove exercises. Padding is no help.",
        ),
    ),
    "empty-session": Said(
        nb=("Fila har ingen sider.", "Skriv noe under tittelen, eller en overskrift ## med tekst under."),
        nn=("Fila har ingen sider.", "Skriv noko under tittelen, eller ei overskrift ## med tekst under."),
        en=("The file has no pages.", "Write something under the title, or a heading ## with text below it."),
    ),
    "media-not-alone": Said(
        nb=(
            "Lyden eller filmen «{target}» står inni et avsnitt og vises bare som tekst.",
            "Sett den alene i et avsnitt.",
        ),
        nn=(
            "Lyden eller filmen «{target}» står inni eit avsnitt og blir berre vist som tekst.",
            "Set han åleine i eit avsnitt.",
        ),
        en=(
            "The sound or film “{target}” stands inside a paragraph and is only shown as text.",
            "Put it in a paragraph of its own.",
        ),
    ),
    "not-an-image": Said(
        nb=("«{target}» er ikke et bilde programmet kan vise.", "Bruk PNG, JPEG eller SVG."),
        nn=("«{target}» er ikkje eit bilete programmet kan vise.", "Bruk PNG, JPEG eller SVG."),
        en=("“{target}” is not a picture the program can show.", "Use PNG, JPEG or SVG."),
    ),
}
