"""The words of the printed report, for somebody who was not there."""

from __future__ import annotations

from kursapp.texts.value_words import Words

REPORT: dict[str, Words] = {
    "kind": ("Evalueringsrapport", "Evalueringsrapport", "Evaluation report"),
    "title": (
        "Evalueringsrapport: {course}, {cohort}",
        "Evalueringsrapport: {course}, {cohort}",
        "Evaluation report: {course}, {cohort}",
    ),
    "cover-cohort": ("Kull", "Kull", "Cohort"),
    "cover-form": ("Skjema", "Skjema", "Form"),
    "cover-dates": ("Tid", "Tid", "Dates"),
    "cover-place": ("Sted", "Stad", "Place"),
    "cover-organiser": ("Arrangør", "Arrangør", "Organiser"),
    "cover-answered": ("Har svart", "Har svart", "Have answered"),
    "cover-made": ("Rapporten er laget", "Rapporten er laga", "The report was made"),
    "answered-of": ("{count} av {total} inviterte", "{count} av {total} inviterte", "{count} of {total} invited"),
    "answered": ("{count} personer", "{count} personar", "{count} persons"),
    "simulated": (
        "Simulert. Tallene er oppdiktet og gjelder ingen virkelige personer.",
        "Simulert. Tala er dikta opp og gjeld ingen verkelege personar.",
        "Simulated. The figures are made up and concern no real persons.",
    ),
    "simulated-short": ("Simulert", "Simulert", "Simulated"),
    "page": ("Side {page} av {total}", "Side {page} av {total}", "Page {page} of {total}"),
    "contents": ("Innhold", "Innhald", "Contents"),
    "front": ("Kort sagt", "Kort sagt", "In short"),
    "read-first": ("Slik leser du figurene", "Slik les du figurane", "How to read the charts"),
    "read-bars": (
        "Hver søyle viser hvordan svarene fordeler seg. Det som ligger til høyre for midtstreken, er på den øvre "
        "halvdelen av skalaen, det som ligger til venstre, på den nedre. Tallene i søylene er antall personer. n er "
        "hvor mange som har svart, og snittet er regnet fra 1 på det nederste steget.",
        "Kvar søyle viser korleis svara fordeler seg. Det som ligg til høgre for midtstreken, er på den øvre "
        "halvdelen av skalaen, det som ligg til venstre, på den nedre. Tala i søylene er talet på personar. n er kor "
        "mange som har svart, og snittet er rekna frå 1 på det nedste steget.",
        "Each bar shows how the answers are spread. What lies to the right of the middle line is on the upper half of "
        "the scale, what lies to the left on the lower. The numbers in the bars are persons. n is how many answered, "
        "and the mean counts from 1 on the lowest step.",
    ),
    "themes": ("Temaene", "Temaa", "The themes"),
    "theme-name": ("Tema", "Tema", "Theme"),
    "theme-positive": ("På den positive siden", "På den positive sida", "On the positive side"),
    "theme-higher": ("Høyere nå enn før", "Høgare no enn før", "Higher now than before"),
    "theme-hidden": ("Skjulte spørsmål", "Skjulte spørsmål", "Hidden questions"),
    "no-theme": ("Andre spørsmål", "Andre spørsmål", "Other questions"),
    "background": ("Hvem som har svart", "Kven som har svart", "Who has answered"),
    "n": ("n", "n", "n"),
    "mean": ("Snitt", "Snitt", "Mean"),
    "before": ("Før", "Før", "Before"),
    "now": ("Nå", "No", "Now"),
    "moves": (
        "{up} høyere nå, {same} som før, {down} lavere",
        "{up} høgare no, {same} som før, {down} lågare",
        "{up} higher now, {same} as before, {down} lower",
    ),
    "apart-blank": (
        "{label}: {apart}. Ikke besvart: {blank}.",
        "{label}: {apart}. Ikkje svart på: {blank}.",
        "{label}: {apart}. Not answered: {blank}.",
    ),
    "blank-only": ("Ikke besvart: {blank}.", "Ikkje svart på: {blank}.", "Not answered: {blank}."),
    "valid": ("{n} har svart.", "{n} har svart.", "{n} have answered."),
    "several": (
        "{n} har svart. Det gikk an å velge flere.",
        "{n} har svart. Det gjekk an å velje fleire.",
        "{n} have answered. Several could be chosen.",
    ),
    "ranked": (
        "{n} har rangert. Søylene viser hvor mange som satte hvert svar øverst.",
        "{n} har rangert. Søylene viser kor mange som sette kvart svar øvst.",
        "{n} have ranked. The bars show how many put each answer first.",
    ),
    "number-mean": (
        "{n} har svart. Gjennomsnittet er {mean}, medianen {median}.",
        "{n} har svart. Gjennomsnittet er {mean}, medianen {median}.",
        "{n} have answered. The mean is {mean}, the median {median}.",
    ),
    "number-low-high": ("{low} er «{low_label}», {high} er «{high_label}».",) * 2
    + ("{low} is “{low_label}”, {high} is “{high_label}”.",),
    "place": ("plass {place}", "plass {place}", "place {place}"),
    "wrote": (
        "{count} av {total} skrev noe.",
        "{count} av {total} skreiv noko.",
        "{count} of {total} wrote something.",
    ),
    "quotes-follow": (
        "Utvalgte sitater står i kapittelet «{chapter}».",
        "Utvalde sitat står i kapittelet «{chapter}».",
        "Chosen quotes are in the chapter “{chapter}”.",
    ),
    "breakdown": ("Delt opp: {variable}", "Delt opp: {variable}", "Broken down: {variable}"),
    "breakdown-lead": (
        "Hver gruppe har minst {k} personer. Gruppene sammenlignes bare på ett spørsmål om gangen.",
        "Kvar gruppe har minst {k} personar. Gruppene blir samanlikna berre på eitt spørsmål om gongen.",
        "Each group has at least {k} persons. Groups are compared on one question at a time.",
    ),
    "group-size": ("{group}: {count} personer", "{group}: {count} personar", "{group}: {count} persons"),
    "voices": ("Med deltakernes ord", "Med orda til deltakarane", "In the participants’ words"),
    "voices-lead": (
        "{shown} kommentarer kan vises. Sitatene under er valgt av koordinatoren. De står i alfabetisk rekkefølge, og "
        "[…] betyr at noe er tatt ut for å verne noen.",
        "{shown} kommentarar kan visast. Sitata under er valde av koordinatoren. Dei står i alfabetisk rekkjefølgje, "
        "og […] tyder at noko er teke ut for å verne nokon.",
        "{shown} comments may be shown. The quotes below were chosen by the coordinator. They stand in alphabetical "
        "order, and […] means that something was taken out to protect somebody.",
    ),
    "voices-nobody": ("Ingen har skrevet noe.", "Ingen har skrive noko.", "Nobody has written anything."),
    "voices-none": (
        "{shown} kommentarer kan vises. Ingen er valgt som sitat i rapporten.",
        "{shown} kommentarar kan visast. Ingen er valde som sitat i rapporten.",
        "{shown} comments may be shown. None was chosen as a quote for the report.",
    ),
    "tags": ("Det kommentarene handler om", "Det kommentarane handlar om", "What the comments are about"),
    "tag-column": ("Merkelapp", "Merkelapp", "Tag"),
    "tag-count": ("Kommentarer", "Kommentarar", "Comments"),
    "tables": ("Tallene i tabell", "Tala i tabell", "The figures in tables"),
    "tables-lead": (
        "Alle fordelinger som er vist i figurene, med antall personer og prosent av n.",
        "Alle fordelingar som er viste i figurane, med talet på personar og prosent av n.",
        "Every distribution shown in the charts, in persons and per cent of n.",
    ),
    "steps-are": ("{number} er «{label}»", "{number} er «{label}»", "{number} is “{label}”"),
    "column-statement": ("Utsagn", "Utsegn", "Statement"),
    "column-group": ("Gruppe", "Gruppe", "Group"),
    "column-option": ("Svar", "Svar", "Answer"),
    "column-count": ("Antall", "Tal", "Count"),
    "column-share": ("Andel", "Del", "Share"),
    "column-blank": ("Blankt", "Blankt", "Blank"),
    "column-when": ("Når", "Når", "When"),
    "about": ("Om tallene", "Om tala", "About the figures"),
    "about-lead": (
        "Svarene er konfidensielle. De ble forseglet på deltakernes egne maskiner og telt samlet da runden ble "
        "lukket. Da ble de delt opp i enkeltsvar, så ingen rad i tallene gjelder én person.",
        "Svara er konfidensielle. Dei vart forsegla på maskinene til deltakarane og talde samla då runden vart lukka. "
        "Då vart dei delte opp i enkeltsvar, så inga rad i tala gjeld éin person.",
        "The answers are confidential. They were sealed on the participants’ own computers and counted together when "
        "the round was closed. Then they were taken apart, so that no row in the figures is about one person.",
    ),
    "about-rules": (
        "Ingenting vises for færre enn {k} personer. En tabell vises hel eller ikke i det hele tatt, og alt som er "
        "regnet ut, er regnet ut bare av det som vises. Kommentarer vises først når minst {limit} har svart.",
        "Ingenting blir vist for færre enn {k} personar. Ein tabell blir vist heil eller ikkje i det heile, og alt "
        "som er rekna ut, er rekna ut berre av det som blir vist. Kommentarar blir viste først når minst {limit} har "
        "svart.",
        "Nothing is shown for fewer than {k} persons. A table is shown whole or not at all, and all that is worked "
        "out is worked out only from what is shown. Comments are shown only when at least {limit} have answered.",
    ),
    "about-reason": (
        "Grensen på {k} er lavere enn vanlig. Grunnen er: {reason}",
        "Grensa på {k} er lågare enn vanleg. Grunnen er: {reason}",
        "The limit of {k} is lower than usual. The reason is: {reason}",
    ),
    "about-effect": (
        "«Før» og «nå» er svart på samtidig. De viser opplevd endring, ikke målt effekt. Tallene gjelder dem som har "
        "svart, og sier ikke noe sikkert om de andre.",
        "«Før» og «no» er svart på samtidig. Dei viser opplevd endring, ikkje målt effekt. Tala gjeld dei som har "
        "svart, og seier ikkje noko sikkert om dei andre.",
        "“Before” and “now” were answered at the same time. They show experienced change, not measured effect. The "
        "figures concern those who answered and say nothing certain about the others.",
    ),
    "limits": ("Det vernet ikke dekker", "Det vernet ikkje dekkjer", "What the protection does not cover"),
    "limit-key": (
        "Den som har nøkkelen og samtidig vet hvilken svarfil som er din, for eksempel fra en e-post, kan åpne den "
        "utenfor Kursapp.",
        "Den som har nøkkelen og samtidig veit kva svarfil som er di, til dømes frå ein e-post, kan opne ho utanfor "
        "Kursapp.",
        "Whoever holds the key and also knows which answer file is yours, from an e-mail for instance, can open it "
        "outside Kursapp.",
    ),
    "limit-subtract": (
        "Kolleger som legger sammen det de selv har svart, kan trekke seg fram til hva de andre har svart.",
        "Kollegaer som legg saman det dei sjølve har svart, kan trekkje seg fram til kva dei andre har svart.",
        "Colleagues who put their own answers together can subtract their way to what the others answered.",
    ),
    "limit-agree": (
        "Er alle enige om noe, vet alle hva alle mener.",
        "Er alle samde om noko, veit alle kva alle meiner.",
        "If all agree on something, everybody knows what everybody thinks.",
    ),
    "limit-style": (
        "Måten en skriver på, kan røpe hvem som har skrevet en kommentar.",
        "Måten ein skriv på, kan røpe kven som har skrive ein kommentar.",
        "The way one writes can give away who wrote a comment.",
    ),
    "limit-final": (
        "Etter at runden er lukket, kan ikke et svar finnes igjen eller trekkes tilbake.",
        "Etter at runden er lukka, kan ikkje eit svar finnast att eller trekkjast tilbake.",
        "After the round is closed an answer can neither be found nor withdrawn.",
    ),
    "hidden-heading": ("Det som er skjult", "Det som er skjult", "What is hidden"),
    "facts-heading": ("Grunnlag", "Grunnlag", "Basis"),
    "fact-name": ("Opplysning", "Opplysning", "Detail"),
    "fact-value": ("Verdi", "Verdi", "Value"),
    "hidden-what": ("Hva", "Kva", "What"),
    "hidden-why": ("Hvorfor", "Kvifor", "Why"),
    "alt-bar": ("{told}. n er {n}.", "{told}. n er {n}.", "{told}. n is {n}."),
    "alt-pair": (
        "Før: {before}. Nå: {now}. n er {n}.",
        "Før: {before}. No: {now}. n er {n}.",
        "Before: {before}. Now: {now}. n is {n}.",
    ),
    "alt-count": ("{count} av {n}", "{count} av {n}", "{count} of {n}"),
}
