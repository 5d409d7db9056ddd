"""Sentences about what a question from another system had that there is no room for."""

from __future__ import annotations

from kursapp.texts.sentence import Said

IMPORT_LOSSES: dict[str, Said] = {
    "import-file-broken": Said(
        nb=(
            "Bildet «{title}» er ødelagt og ble ikke med.",
            "Legg det i media-mappa og skriv det inn igjen.",
        ),
        nn=(
            "Biletet «{title}» er øydelagt og vart ikkje med.",
            "Legg det i media-mappa og skriv det inn igjen.",
        ),
        en=(
            "The image “{title}” is broken and was left out.",
            "Put it in the media folder and write it in again.",
        ),
    ),
    "import-several-right": Said(
        nb=(
            "«{title}» hadde flere riktige alternativer, men bare ett kunne velges.",
            "Nå velges alle de riktige; ta bort noen om det ikke var meningen.",
        ),
        nn=(
            "«{title}» hadde fleire rette alternativ, men berre eitt kunne veljast.",
            "No skal alle dei rette veljast; ta bort nokre om det ikkje var meininga.",
        ),
        en=(
            "“{title}” had several right options of which one was to be chosen.",
            "Now all the right ones are chosen; take some away if that was not meant.",
        ),
    ),
    "import-weights-lost": Said(
        nb=(
            "«{title}» ga ulike poeng for alternativene; nå teller alle riktige likt.",
            "Se om spørsmålet fortsatt måler det du vil.",
        ),
        nn=(
            "«{title}» gav ulike poeng for alternativa; no tel alle rette likt.",
            "Sjå om spørsmålet framleis måler det du vil.",
        ),
        en=(
            "“{title}” gave different points for its options; now all right ones count the same.",
            "See whether the question still measures what you want.",
        ),
    ),
    "import-partial-answers-lost": Said(
        nb=(
            "«{title}» hadde svar som ikke ga full uttelling, og de ble ikke med: {written}.",
            "Skriv dem inn om de skal godtas.",
        ),
        nn=(
            "«{title}» hadde svar som ikkje gav full utteljing, og dei vart ikkje med: {written}.",
            "Skriv dei inn om dei skal godtakast.",
        ),
        en=(
            "“{title}” had answers without full points, which were left out: {written}.",
            "Write them in if they should count.",
        ),
    ),
    "import-wildcard": Said(
        nb=(
            "«{title}» har et svar med * som betyr «hva som helst»; her betyr det en stjerne.",
            "Skriv de svarene som skal godtas.",
        ),
        nn=(
            "«{title}» har eit svar med * som tyder «kva som helst»; her tyder det ei stjerne.",
            "Skriv dei svara som skal godtakast.",
        ),
        en=(
            "“{title}” has an answer with * for “anything”; here it means an asterisk.",
            "Write the answers that should count.",
        ),
    ),
    "import-answer-feedback-lost": Said(
        nb=(
            "«{title}» hadde en tilbakemelding det ikke er plass til: «{written}».",
            "Skriv den inn i forklaringen.",
        ),
        nn=(
            "«{title}» hadde ei tilbakemelding det ikkje er plass til: «{written}».",
            "Skriv ho inn i forklaringa.",
        ),
        en=(
            "“{title}” had feedback there is no room for: “{written}”.",
            "Write it into the explanation.",
        ),
    ),
    "import-partial-feedback-lost": Said(
        nb=(
            "«{title}» hadde en egen tilbakemelding på delvis riktige svar, og den ble ikke med.",
            "Skriv den inn i forklaringen om den trengs.",
        ),
        nn=(
            "«{title}» hadde ei eiga tilbakemelding på delvis rette svar, og ho vart ikkje med.",
            "Skriv ho inn i forklaringa om ho trengst.",
        ),
        en=(
            "“{title}” had feedback of its own on partly right answers, which was left out.",
            "Write it into the explanation if it is needed.",
        ),
    ),
    "import-units-lost": Said(
        nb=(
            "«{title}» godtok flere enheter; bare den første ble med.",
            "Skriv i spørsmålet hvilken enhet svaret skal ha.",
        ),
        nn=(
            "«{title}» godtok fleire einingar; berre den første vart med.",
            "Skriv i spørsmålet kva eining svaret skal ha.",
        ),
        en=(
            "“{title}” accepted several units; only the first was kept.",
            "Say in the question which unit the answer has.",
        ),
    ),
    "import-tags-lost": Said(
        nb=(
            "«{title}» hadde flere merkelapper; den første ble tema, disse ble ikke med: {written}.",
            "Skriv dem inn der de trengs.",
        ),
        nn=(
            "«{title}» hadde fleire merkelappar; den første vart tema, desse vart ikkje med: {written}.",
            "Skriv dei inn der dei trengst.",
        ),
        en=(
            "“{title}” had several tags; the first became its theme, these were left out: {written}.",
            "Write them in where they are needed.",
        ),
    ),
    "import-unknown-element": Said(
        nb=(
            "Fila har noe som ikke er et spørsmål («{written}»), og det ble ikke med.",
            "Se i fila om det er noe du trenger.",
        ),
        nn=(
            "Fila har noko som ikkje er eit spørsmål («{written}»), og det vart ikkje med.",
            "Sjå i fila om det er noko du treng.",
        ),
        en=(
            "The file has something that is no question (“{written}”), which was left out.",
            "See in the file whether you need it.",
        ),
    ),
    "import-image-lost": Said(
        nb=(
            "«{title}» viser et bilde som ikke ligger i fila; bare bildeteksten ble med.",
            "Legg bildet i media-mappa og skriv det inn.",
        ),
        nn=(
            "«{title}» viser eit bilete som ikkje ligg i fila; berre bileteteksten vart med.",
            "Legg biletet i media-mappa og skriv det inn.",
        ),
        en=(
            "“{title}” shows an image that is not in the file; only its text was kept.",
            "Put the image in the media folder and write it in.",
        ),
    ),
    "import-table-flattened": Said(
        nb=(
            "«{title}» hadde en tabell; nå står den som linjer.",
            "Skriv den som tabell igjen om den trengs.",
        ),
        nn=(
            "«{title}» hadde ein tabell; no står han som linjer.",
            "Skriv han som tabell igjen om han trengst.",
        ),
        en=(
            "“{title}” had a table; now it stands as lines.",
            "Write it as a table again if it is needed.",
        ),
    ),
    "import-link-lost": Said(
        nb=(
            "«{title}» hadde en lenke som ikke fører ut på nettet; bare ordene ble med.",
            "Skriv lenken inn om den trengs.",
        ),
        nn=(
            "«{title}» hadde ei lenke som ikkje fører ut på nettet; berre orda vart med.",
            "Skriv lenka inn om ho trengst.",
        ),
        en=(
            "“{title}” had a link that does not lead to the web; only its words were kept.",
            "Write the link in if it is needed.",
        ),
    ),
    "import-media-lost": Said(
        nb=(
            "«{title}» hadde lyd, film eller noe annet som ikke er tekst, og det ble ikke med.",
            "Legg fila i media-mappa og skriv den inn.",
        ),
        nn=(
            "«{title}» hadde lyd, film eller noko anna som ikkje er tekst, og det vart ikkje med.",
            "Legg fila i media-mappa og skriv ho inn.",
        ),
        en=(
            "“{title}” had sound, film or something else that is not text, which was left out.",
            "Put the file in the media folder and write it in.",
        ),
    ),
    "import-tolerance-lost": Said(
        nb=(
            "«{title}» godtok svar i nærheten av {written} i teksten; nå må tallet være nøyaktig.",
            "Lag et eget tallspørsmål der avviket er viktig.",
        ),
        nn=(
            "«{title}» godtok svar i nærleiken av {written} i teksten; no må talet vere nøyaktig.",
            "Lag eit eige talspørsmål der avviket er viktig.",
        ),
        en=(
            "“{title}” accepted answers near {written} in its text; now the number must be exact.",
            "Make a number question of its own where the tolerance matters.",
        ),
    ),
    "import-case-lost": Said(
        nb=(
            "«{title}» skilte mellom store og små bokstaver i noen av lukene; nå gjør ingen det.",
            "Skriv nøyaktig: ja om alle skal gjøre det.",
        ),
        nn=(
            "«{title}» skilde mellom store og små bokstavar i nokre av lukene; no gjer ingen det.",
            "Skriv nøyaktig: ja om alle skal gjere det.",
        ),
        en=(
            "“{title}” told capitals from small letters in some of its gaps; now none does.",
            "Write exact: yes if all should.",
        ),
    ),
    "import-file-unused": Said(
        nb=(
            "Fila {title} lå i banken uten å bli vist i noe spørsmål, og ble ikke med.",
            "Legg den i media/ om den trengs.",
        ),
        nn=(
            "Fila {title} låg i banken utan å bli vist i noko spørsmål, og vart ikkje med.",
            "Legg ho i media/ om ho trengst.",
        ),
        en=(
            "The file {title} lay in the bank without being shown, and was left out.",
            "Put it in media/ if it is needed.",
        ),
    ),
}
