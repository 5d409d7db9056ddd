"""Sentences about questions, reflections and quizzes as they are written."""

from __future__ import annotations

from kursapp.texts.sentence import Said

QUESTIONS: dict[str, Said] = {
    "looks-like-item": Said(
        nb=("Linja ligner en oppgave, men står på feil nivå eller mangler noe.", "Skriv «### Spørsmål: {title}»."),
        nn=("Linja liknar ei oppgåve, men står på feil nivå eller manglar noko.", "Skriv «### Spørsmål: {title}»."),
        en=(
            "The line looks like an item, but is on the wrong level or lacks something.",
            "Write “### Question: {title}”.",
        ),
    ),
    "item-level": Said(
        nb=("Linja ligner «{item}», men har feil antall #.", "Skriv «{right} {item}: …»."),
        nn=("Linja liknar «{item}», men har feil tal på #.", "Skriv «{right} {item}: …»."),
        en=("The line looks like “{item}”, but has the wrong number of #.", "Write “{right} {item}: …”."),
    ),
    "no-colon": Said(
        nb=("«{item}» mangler kolon.", "Skriv «{item}: {title}»."),
        nn=("«{item}» manglar kolon.", "Skriv «{item}: {title}»."),
        en=("“{item}” lacks its colon.", "Write “{item}: {title}”."),
    ),
    "misspelt-keyword": Said(
        nb=("«{written}» ligner «{keyword}».", "Skriv «{keyword}»."),
        nn=("«{written}» liknar «{keyword}».", "Skriv «{keyword}»."),
        en=("“{written}” looks like “{keyword}”.", "Write “{keyword}”."),
    ),
    "unknown-variant": Said(
        nb=(
            "«({written})» er ikke en kjent oppgavetype.{? Mente du «({nearest})»??}",
            "Skriv for eksempel (koble), (rekkefølge) eller (tall).",
        ),
        nn=(
            "«({written})» er ikkje ein kjend oppgåvetype.{? Meinte du «({nearest})»??}",
            "Skriv til dømes (kople), (rekkjefølgje) eller (tal).",
        ),
        en=(
            "“({written})” is not a known kind.{? Did you mean “({nearest})”??}",
            "Write for instance (match), (order) or (number).",
        ),
    ),
    "variant-not-here": Said(
        nb=("«({written})» hører ikke til {item}.", "Ta bort parentesen."),
        nn=("«({written})» høyrer ikkje til {item}.", "Ta bort parentesen."),
        en=("“({written})” does not belong to {item}.", "Take the brackets away."),
    ),
    "missing-variant": Said(
        nb=(
            "Oppgaven er skrevet som «({variant})», men overskriften sier det ikke.",
            "Skriv «### Spørsmål ({variant}): {title}».",
        ),
        nn=(
            "Oppgåva er skriven som «({variant})», men overskrifta seier det ikkje.",
            "Skriv «### Spørsmål ({variant}): {title}».",
        ),
        en=(
            "The item is written as “({variant})”, but its heading does not say so.",
            "Write “### Question ({variant}): {title}”.",
        ),
    ),
    "heading-in-item": Said(
        nb=(
            "En vanlig overskrift står inni oppgaven.",
            "Avslutt oppgaven med --- på en egen linje, eller gjør overskriften til uthevet tekst.",
        ),
        nn=(
            "Ei vanleg overskrift står inni oppgåva.",
            "Avslutt oppgåva med --- på ei eiga linje, eller gjer overskrifta til utheva tekst.",
        ),
        en=(
            "An ordinary heading stands inside the item.",
            "End the item with --- on a line of its own, or make the heading bold text.",
        ),
    ),
    "call-out-in-item": Said(
        nb=("En merkelapp som [!TIPS] står inni oppgaven.", "Flytt den etter oppgaven."),
        nn=("Ein merkelapp som [!TIPS] står inni oppgåva.", "Flytt han etter oppgåva."),
        en=("A call-out such as [!TIP] stands inside the item.", "Move it after the item."),
    ),
    "misplaced-settings": Said(
        nb=(
            "Innstillingen «{key}» står et sted den ikke virker.",
            "Flytt merknaden til linja rett under overskriften, eller sist på alternativet.",
        ),
        nn=(
            "Innstillinga «{key}» står ein stad ho ikkje verkar.",
            "Flytt merknaden til linja rett under overskrifta, eller sist på alternativet.",
        ),
        en=(
            "The setting “{key}” stands where it has no effect.",
            "Move the comment to the line under the heading, or to the end of the option.",
        ),
    ),
    "unknown-key": Said(
        nb=("Innstillingen «{key}» er ikke kjent.{? Mente du «{nearest}»??}", "Rett skrivemåten, eller ta den bort."),
        nn=("Innstillinga «{key}» er ikkje kjend.{? Meinte du «{nearest}»??}", "Rett skrivemåten, eller ta ho bort."),
        en=("The setting “{key}” is not known.{? Did you mean “{nearest}”??}", "Mend the spelling, or take it away."),
    ),
    "setting-not-here": Said(
        nb=("Innstillingen «{key}» virker ikke her.", "Ta den bort, eller flytt den dit den hører til."),
        nn=("Innstillinga «{key}» verkar ikkje her.", "Ta ho bort, eller flytt ho dit ho høyrer til."),
        en=("The setting “{key}” has no effect here.", "Take it away, or move it to where it belongs."),
    ),
    "setting-twice": Said(
        nb=("Innstillingen «{key}» står to ganger.", "Ta bort den ene."),
        nn=("Innstillinga «{key}» står to gonger.", "Ta bort den eine."),
        en=("The setting “{key}” stands twice.", "Take one away."),
    ),
    "bad-setting": Said(
        nb=("«{key}: {value}» kan ikke forstås.", "Skriv {expected}."),
        nn=("«{key}: {value}» kan ikkje forståast.", "Skriv {expected}."),
        en=("“{key}: {value}” cannot be understood.", "Write {expected}."),
    ),
    "unknown-label": Said(
        nb=(
            "«{written}» er ikke en kjent merkelapp.{? Mente du «{nearest}»??}",
            "Bruk Hint, Forklaring, Riktig, Feil eller Eksempel.",
        ),
        nn=(
            "«{written}» er ikkje ein kjend merkelapp.{? Meinte du «{nearest}»??}",
            "Bruk Hint, Forklaring, Rett, Feil eller Døme.",
        ),
        en=(
            "“{written}” is not a known label.{? Did you mean “{nearest}”??}",
            "Use Hint, Explanation, Right, Wrong or Example.",
        ),
    ),
    "label-not-here": Said(
        nb=("«{label}» har ingen virkning her.", "Ta den bort, eller skriv den som vanlig tekst."),
        nn=("«{label}» har ingen verknad her.", "Ta han bort, eller skriv han som vanleg tekst."),
        en=("“{label}” has no effect here.", "Take it away, or write it as ordinary text."),
    ),
    "quote-without-label": Said(
        nb=(
            "Sitatet hører til oppgaven, men sier ikke hva det er. Det leses som en forklaring.",
            "Begynn det med **Hint:** eller **Forklaring:**.",
        ),
        nn=(
            "Sitatet høyrer til oppgåva, men seier ikkje kva det er. Det blir lese som ei forklaring.",
            "Byrj det med **Hint:** eller **Forklaring:**.",
        ),
        en=(
            "The quote belongs to the item, but does not say what it is. It is read as an explanation.",
            "Begin it with **Hint:** or **Explanation:**.",
        ),
    ),
    "quote-under-option": Said(
        nb=(
            "Et sitat med merkelapp står rett under et alternativ.",
            "Sett en tom linje foran det, så hører det til spørsmålet.",
        ),
        nn=(
            "Eit sitat med merkelapp står rett under eit alternativ.",
            "Set ei tom linje framfor det, så høyrer det til spørsmålet.",
        ),
        en=(
            "A labelled quote stands directly under an option.",
            "Put an empty line before it, and it belongs to the question.",
        ),
    ),
    "feedback-not-under-option": Said(
        nb=(
            "Tilbakemeldingen står ikke under alternativet sitt.",
            "Rykk den inn to mellomrom, rett under linja den hører til.",
        ),
        nn=(
            "Tilbakemeldinga står ikkje under alternativet sitt.",
            "Rykk ho inn to mellomrom, rett under linja ho høyrer til.",
        ),
        en=("The feedback is not under its option.", "Indent it two spaces, directly under the line it belongs to."),
    ),
    "feedback-not-here": Said(
        nb=("Punktene her kan ikke ha hver sin tilbakemelding.", "Skriv den som **Forklaring:** under lista."),
        nn=("Punkta her kan ikkje ha kvar si tilbakemelding.", "Skriv ho som **Forklaring:** under lista."),
        en=("Items here cannot have feedback each.", "Write it as **Explanation:** under the list."),
    ),
    "lazy-line": Said(
        nb=("Linja hører til det over, men er ikke rykket inn.", "Rykk den inn, eller sett en tom linje foran."),
        nn=("Linja høyrer til det over, men er ikkje rykt inn.", "Rykk ho inn, eller set ei tom linje framfor."),
        en=(
            "The line belongs to what stands above, but is not indented.",
            "Indent it, or put an empty line before it.",
        ),
    ),
    "no-key": Said(
        nb=("«{title}» har ingen fasit.", "Sett [x] foran det riktige svaret, eller skriv «Spørsmål (drøft):»."),
        nn=("«{title}» har ingen fasit.", "Set [x] framfor det rette svaret, eller skriv «Spørsmål (drøft):»."),
        en=("“{title}” has no key.", "Put [x] before the right answer, or write “Question (discuss):”."),
    ),
    "two-keys": Said(
        nb=(
            "«{title}» har to riktige svar, men bare ett kan velges.",
            "La ett ha [x], eller skriv «flervalg: ja» i innstillingene.",
        ),
        nn=(
            "«{title}» har to rette svar, men berre eitt kan veljast.",
            "La eitt ha [x], eller skriv «fleirval: ja» i innstillingane.",
        ),
        en=(
            "“{title}” has two right answers, but only one can be chosen.",
            "Let one have [x], or write “multiple: yes” in the settings.",
        ),
    ),
    "no-options": Said(
        nb=("«{title}» har ingen alternativer.", "Skriv dem som «- [ ] …» og «- [x] …»."),
        nn=("«{title}» har ingen alternativ.", "Skriv dei som «- [ ] …» og «- [x] …»."),
        en=("“{title}” has no options.", "Write them as “- [ ] …” and “- [x] …”."),
    ),
    "one-option": Said(
        nb=("«{title}» har bare ett alternativ.", "Skriv minst to."),
        nn=("«{title}» har berre eitt alternativ.", "Skriv minst to."),
        en=("“{title}” has only one option.", "Write at least two."),
    ),
    "same-option": Said(
        nb=("Alternativet er det samme som på linje {first}.", "Endre det ene, eller ta det bort."),
        nn=("Alternativet er det same som på linje {first}.", "Endre det eine, eller ta det bort."),
        en=("The option is the same as on line {first}.", "Change one, or take it away."),
    ),
    "empty-option": Said(
        nb=("Alternativet er tomt.", "Skriv noe, eller ta bort linja."),
        nn=("Alternativet er tomt.", "Skriv noko, eller ta bort linja."),
        en=("The option is empty.", "Write something, or take the line away."),
    ),
    "option-block": Said(
        nb=("Et alternativ kan ikke ha tabell, kodeblokk eller liste i seg.", "Skriv det som ett avsnitt."),
        nn=("Eit alternativ kan ikkje ha tabell, kodeblokk eller liste i seg.", "Skriv det som eitt avsnitt."),
        en=("An option cannot hold a table, a code block or a list.", "Write it as one paragraph."),
    ),
    "option-without-box": Said(
        nb=("Alternativet mangler boks.", "Skriv «- [ ] …»."),
        nn=("Alternativet manglar boks.", "Skriv «- [ ] …»."),
        en=("The option lacks its box.", "Write “- [ ] …”."),
    ),
    "odd-option": Said(
        nb=("«{written}» er ikke en boks.", "Skriv «{right}» med mellomrom på begge sider."),
        nn=("«{written}» er ikkje ein boks.", "Skriv «{right}» med mellomrom på begge sider."),
        en=("“{written}” is not a box.", "Write “{right}” with a space on either side."),
    ),
    "two-lists": Said(
        nb=(
            "Oppgaven har to lister med alternativer. Den første begynner på linje {first}.",
            "Slå dem sammen, eller skriv to oppgaver.",
        ),
        nn=(
            "Oppgåva har to lister med alternativ. Den første byrjar på linje {first}.",
            "Slå dei saman, eller skriv to oppgåver.",
        ),
        en=("The item has two lists of options. The first begins on line {first}.", "Join them, or write two items."),
    ),
    "key-in-dilemma": Said(
        nb=("Et dilemma har ingen fasit.", "Skriv [ ] i stedet for [x], eller ta bort «(drøft)»."),
        nn=("Eit dilemma har ingen fasit.", "Skriv [ ] i staden for [x], eller ta bort «(drøft)»."),
        en=("A dilemma has no key.", "Write [ ] instead of [x], or take “(discuss)” away."),
    ),
    "key-without-question": Said(
        nb=("[x] står utenfor et spørsmål.", "Skriv «### Spørsmål: …» over lista, eller [ ] for en sjekkliste."),
        nn=("[x] står utanfor eit spørsmål.", "Skriv «### Spørsmål: …» over lista, eller [ ] for ei sjekkliste."),
        en=("[x] stands outside a question.", "Write “### Question: …” above the list, or [ ] for a checklist."),
    ),
    "too-few-items": Said(
        nb=("«{title}» har {count} punkter å ordne.", "Skriv minst to, som en nummerert liste i riktig rekkefølge."),
        nn=("«{title}» har {count} punkt å ordne.", "Skriv minst to, som ei nummerert liste i rett rekkjefølgje."),
        en=("“{title}” has {count} items to order.", "Write at least two, as a numbered list in the right order."),
    ),
    "order-without-numbers": Said(
        nb=("Punktene er ikke nummerert.", "Skriv 1. 2. 3. i riktig rekkefølge."),
        nn=("Punkta er ikkje nummererte.", "Skriv 1. 2. 3. i rett rekkjefølgje."),
        en=("The items are not numbered.", "Write 1. 2. 3. in the right order."),
    ),
    "no-table": Said(
        nb=("«{title}» mangler tabellen.", "Skriv to kolonner, ett par på hver rad."),
        nn=("«{title}» manglar tabellen.", "Skriv to kolonnar, eitt par på kvar rad."),
        en=("“{title}” lacks its table.", "Write two columns, a pair on each row."),
    ),
    "match-columns": Said(
        nb=("Tabellen har {count} kolonner. Å koble er to og to.", "Skriv to kolonner."),
        nn=("Tabellen har {count} kolonnar. Å kople er to og to.", "Skriv to kolonnar."),
        en=("The table has {count} columns. Matching is two and two.", "Write two columns."),
    ),
    "empty-right-cell": Said(
        nb=("«{left}» har ingen makker.", "Fyll ut høyre celle."),
        nn=("«{left}» har ingen makker.", "Fyll ut høgre celle."),
        en=("“{left}” has no partner.", "Fill in the right cell."),
    ),
    "too-few-pairs": Said(
        nb=("Tabellen har {count} par.", "Skriv minst to."),
        nn=("Tabellen har {count} par.", "Skriv minst to."),
        en=("The table has {count} pairs.", "Write at least two."),
    ),
    "distractor-is-answer": Said(
        nb=("«{words}» er både et svar (linje {first}) og en distraktor.", "Ta bort raden uten venstre celle."),
        nn=("«{words}» er både eit svar (linje {first}) og ein distraktor.", "Ta bort rada utan venstre celle."),
        en=("“{words}” is both an answer (line {first}) and a distractor.", "Take away the row without a left cell."),
    ),
    "same-left-cell": Said(
        nb=("«{words}» står også på linje {first}.", "Gjør venstre celle ulike."),
        nn=("«{words}» står òg på linje {first}.", "Gjer venstre celle ulike."),
        en=("“{words}” also stands on line {first}.", "Make the left cells different."),
    ),
    "two-tables": Said(
        nb=("Oppgaven har to tabeller. Den første er på linje {first}.", "Slå dem sammen, eller skriv to oppgaver."),
        nn=("Oppgåva har to tabellar. Den første er på linje {first}.", "Slå dei saman, eller skriv to oppgåver."),
        en=("The item has two tables. The first is on line {first}.", "Join them, or write two items."),
    ),
    "table-without-rule": Said(
        nb=("Tabellen mangler linja under overskriftene.", "Skriv |---|---| under den første linja."),
        nn=("Tabellen manglar linja under overskriftene.", "Skriv |---|---| under den første linja."),
        en=("The table lacks the line under its headings.", "Write |---|---| under the first line."),
    ),
    "bar-in-table": Said(
        nb=("En merknad i en tabellcelle har | i seg.", "Skill innstillingene med ; her."),
        nn=("Ein merknad i ei tabellcelle har | i seg.", "Skil innstillingane med ; her."),
        en=("A comment in a table cell holds a |.", "Separate the settings with ; here."),
    ),
    "extra-cell": Said(
        nb=(
            "Raden har flere celler enn tabellens {width} kolonner: «{words}».",
            "Ta bort den siste, eller legg til en kolonne.",
        ),
        nn=(
            "Rada har fleire celler enn dei {width} kolonnane i tabellen: «{words}».",
            "Ta bort den siste, eller legg til ein kolonne.",
        ),
        en=(
            "The row has more cells than the table's {width} columns: “{words}”.",
            "Take the last one away, or add a column.",
        ),
    ),
    "no-answer": Said(
        nb=("«{title}» mangler linja «Svar: …».", "Skriv det riktige svaret etter «Svar:»."),
        nn=("«{title}» manglar linja «Svar: …».", "Skriv det rette svaret etter «Svar:»."),
        en=("“{title}” lacks the line “Answer: …”.", "Write the right answer after “Answer:”."),
    ),
    "empty-answer": Said(
        nb=("Svaret er tomt.", "Skriv noe etter «Svar:»."),
        nn=("Svaret er tomt.", "Skriv noko etter «Svar:»."),
        en=("The answer is empty.", "Write something after “Answer:”."),
    ),
    "two-answers": Said(
        nb=("Oppgaven har to svar. Det første er på linje {first}.", "Ta bort det ene."),
        nn=("Oppgåva har to svar. Det første er på linje {first}.", "Ta bort det eine."),
        en=("The item has two answers. The first is on line {first}.", "Take one away."),
    ),
    "bad-number": Said(
        nb=("«{written}» er ikke et tall.", "Skriv for eksempel «12», «12 ± 1» eller «11–13»."),
        nn=("«{written}» er ikkje eit tal.", "Skriv til dømes «12», «12 ± 1» eller «11–13»."),
        en=("“{written}” is not a number.", "Write for instance “12”, “12 ± 1” or “11–13”."),
    ),
    "dotted-number": Said(
        nb=("«{written}» leses som et desimaltall.", "Mente du tusen, skriv «{thousands}» med mellomrom."),
        nn=("«{written}» blir lese som eit desimaltal.", "Meinte du tusen, skriv «{thousands}» med mellomrom."),
        en=("“{written}” is read as a decimal number.", "If you meant thousands, write “{thousands}” with a space."),
    ),
    "bad-date": Said(
        nb=("«{written}» er ikke en dato.", "Skriv «9. mars 2026» eller «2026-03-09»."),
        nn=("«{written}» er ikkje ein dato.", "Skriv «9. mars 2026» eller «2026-03-09»."),
        en=("“{written}” is not a date.", "Write “9. mars 2026” or “2026-03-09”."),
    ),
    "no-gap": Said(
        nb=("«{title}» har ingen hull.", "Skriv det som skal fylles ut, i doble klammer: [[svar]]."),
        nn=("«{title}» har ingen hol.", "Skriv det som skal fyllast ut, i doble klammer: [[svar]]."),
        en=("“{title}” has no gaps.", "Write what is to be filled in in double brackets: [[answer]]."),
    ),
    "empty-gap": Said(
        nb=("Hullet er tomt.", "Skriv svaret mellom [[ og ]]."),
        nn=("Holet er tomt.", "Skriv svaret mellom [[ og ]]."),
        en=("The gap is empty.", "Write the answer between [[ and ]]."),
    ),
    "open-gap": Said(
        nb=("Hullet begynner med [[, men slutter aldri.", "Skriv ]] der det slutter."),
        nn=("Holet byrjar med [[, men sluttar aldri.", "Skriv ]] der det sluttar."),
        en=("The gap begins with [[ and never ends.", "Write ]] where it ends."),
    ),
    "two-keys-in-gap": Said(
        nb=("Menyen «{written}» har mer enn ett svar i parentes.", "La bare det riktige stå i runde parenteser."),
        nn=("Menyen «{written}» har meir enn eitt svar i parentes.", "La berre det rette stå i runde parentesar."),
        en=(
            "The menu “{written}” has more than one answer in brackets.",
            "Let only the right one stand in round brackets.",
        ),
    ),
    "gap-in-table": Said(
        nb=("Et hull står i en tabell.", "Skriv teksten som avsnitt."),
        nn=("Eit hol står i ein tabell.", "Skriv teksten som avsnitt."),
        en=("A gap stands in a table.", "Write the text as paragraphs."),
    ),
    "gap-in-link": Said(
        nb=("Et hull står inni en lenke.", "Flytt det ut av lenken."),
        nn=("Eit hol står inni ei lenkje.", "Flytt det ut av lenkja."),
        en=("A gap stands inside a link.", "Move it out of the link."),
    ),
    "bad-band": Said(
        nb=("«{written}» er ikke et poengintervall.", "Skriv «under 70 %», «70–84 %» eller «over 84 %»."),
        nn=("«{written}» er ikkje eit poengintervall.", "Skriv «under 70 %», «70–84 %» eller «over 84 %»."),
        en=("“{written}” is not a score band.", "Write “under 70 %”, “70–84 %” or “over 84 %”."),
    ),
    "band-gap": Said(
        nb=("Ingen tilbakemelding gjelder {low}–{high} prosent.", "La intervallene møtes."),
        nn=("Inga tilbakemelding gjeld {low}–{high} prosent.", "La intervalla møtast."),
        en=("No feedback covers {low}–{high} per cent.", "Let the bands meet."),
    ),
    "band-overlap": Said(
        nb=(
            "To tilbakemeldinger gjelder {low}–{high} prosent. Den første brukes.",
            "La intervallene møtes uten å overlappe.",
        ),
        nn=(
            "To tilbakemeldingar gjeld {low}–{high} prosent. Den første blir brukt.",
            "La intervalla møtast utan å overlappe.",
        ),
        en=("Two feedbacks cover {low}–{high} per cent. The first is used.", "Let the bands meet without overlapping."),
    ),
    "draw-too-many": Said(
        nb=(
            "Quizen trekker {wanted} spørsmål{? fra «{bank}»?}, men det finnes bare {there}.",
            "Trekk færre, eller skriv flere.",
        ),
        nn=(
            "Quizen trekkjer {wanted} spørsmål{? frå «{bank}»?}, men det finst berre {there}.",
            "Trekk færre, eller skriv fleire.",
        ),
        en=(
            "The quiz draws {wanted} questions{? from “{bank}”?}, but there are only {there}.",
            "Draw fewer, or write more.",
        ),
    ),
    "quiz-without-questions": Said(
        nb=("Quizen «{title}» har ingen spørsmål.", "Skriv noen under overskriften, eller trekk fra en bank."),
        nn=("Quizen «{title}» har ingen spørsmål.", "Skriv nokre under overskrifta, eller trekk frå ein bank."),
        en=("The quiz “{title}” has no questions.", "Write some under its heading, or draw from a bank."),
    ),
}
