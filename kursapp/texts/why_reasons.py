"""The reasons that ``texts.why`` gives, in three languages."""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """Why something matters: one or two sentences, the same in bokmål, nynorsk and English."""

    nb: str
    nn: str
    en: str

    def in_language(self, language: str) -> str:
        """Return it in ``nb``, ``nn`` or ``en``; bokmål for anything else."""
        return {"nn": self.nn, "en": self.en}.get(language, self.nb)


REASONS: dict[str, Reason] = {
    "progress": Reason(
        "Svar og framgang huskes under id-en. Uten en skrevet id mister deltakerne dem når overskriften endres.",
        "Svar og framgang blir hugsa under id-en. Utan ein skriven id mistar deltakarane dei når overskrifta "
        "blir endra.",
        "Answers and progress are kept under the id. Without a written one, participants lose them when the heading "
        "changes.",
    ),
    "two-alike": Reason(
        "To ting med samme id ville tatt svarene fra hverandre. Derfor beholder bare den første sin.",
        "To ting med same id ville teke svara frå kvarandre. Difor held berre den første på sin.",
        "Two things with the same id would take each other's answers. That is why only the first keeps its own.",
    ),
    "not-read": Reason(
        "Opplysningen blir ikke brukt. Forsiden og kursbeviset kan da si noe annet enn du mente.",
        "Opplysninga blir ikkje brukt. Framsida og kursbeviset kan då seie noko anna enn du meinte.",
        "The entry is not used. The cover and the certificate may then say something else than you meant.",
    ),
    "headings": Reason(
        "Overskriftene er innholdslista og det skjermleseren navigerer etter. Et hull i dem gjør det vanskelig å "
        "finne fram.",
        "Overskriftene er innhaldslista og det skjermlesaren navigerer etter. Eit hol i dei gjer det vanskeleg å "
        "finne fram.",
        "The headings are the outline, and what a screen reader navigates by. A hole in them makes it hard to find "
        "one's way.",
    ),
    "cover": Reason(
        "kurs.md er den ene lista over hva kurset består av. Det som ikke står riktig der, får deltakerne aldri se.",
        "kurs.md er den eine lista over kva kurset er sett saman av. Det som ikkje står rett der, får deltakarane "
        "aldri sjå.",
        "kurs.md is the one list of what the course consists of. What does not stand rightly there, participants "
        "never see.",
    ),
    "certificate": Reason(
        "Kursbeviset lages når kravene er oppfylt. Et krav programmet ikke kan telle, kan ingen oppfylle.",
        "Kursbeviset blir laga når krava er oppfylte. Eit krav programmet ikkje kan telje, kan ingen oppfylle.",
        "The certificate is made when the requirements are met. One the program cannot count, nobody can meet.",
    ),
    "links": Reason(
        "Deltakeren ser ordene, men kommer ingen vei. Det leder oppmerksomheten bort fra faget.",
        "Deltakaren ser orda, men kjem ingen veg. Det leier merksemda bort frå faget.",
        "The participant sees the words but gets nowhere. It draws attention away from the subject.",
    ),
    "safe": Reason(
        "Et kurs skal aldri kunne åpne noe annet på deltakerens maskin enn sine egne filer.",
        "Eit kurs skal aldri kunne opne noko anna på maskina til deltakaren enn sine eigne filer.",
        "A course must never be able to open anything on the participant's computer but its own files.",
    ),
    "pictures": Reason(
        "Deltakeren ser bare den alternative teksten der bildet, lyden eller figuren skulle vært.",
        "Deltakaren ser berre den alternative teksten der biletet, lyden eller figuren skulle ha vore.",
        "The participant sees only the alternative text where the picture, sound or figure should be.",
    ),
    "figure-parts": Reason(
        "Deltakeren ser figuren uten disse delene. De er tatt bort fordi de kan hente noe fra nettet eller kjøre kode.",
        "Deltakaren ser figuren utan desse delane. Dei er tekne bort fordi dei kan hente noko frå nettet eller køyre "
        "kode.",
        "The participant sees the figure without these parts. They are left out because such parts can fetch "
        "something from the web or run code.",
    ),
    "offline": Reason(
        "Kurset skal virke uten nett, og ingen utenfor skal kunne se hvem som åpner en side.",
        "Kurset skal verke utan nett, og ingen utanfor skal kunne sjå kven som opnar ei side.",
        "The course works without a network, and nobody outside shall see who opens a page.",
    ),
    "alt-text": Reason(
        "Den som ikke ser bildet, hører bare den alternative teksten. Universell utforming er også et lovkrav.",
        "Den som ikkje ser biletet, høyrer berre den alternative teksten. Universell utforming er òg eit lovkrav.",
        "Those who cannot see the picture hear only the alternative text. Universal design is also required by law.",
    ),
    "plain": Reason(
        "Deltakeren ser tegnene du skrev, i stedet for det du mente med dem.",
        "Deltakaren ser teikna du skreiv, i staden for det du meinte med dei.",
        "The participant sees the characters you wrote instead of what you meant by them.",
    ),
    "glossary": Reason(
        "Begrepene forklarer seg selv i teksten. Et begrep som ikke finnes der, eller mangler forklaring, hjelper "
        "ingen.",
        "Omgrepa forklarer seg sjølve i teksten. Eit omgrep som ikkje finst der, eller manglar forklaring, hjelper "
        "ingen.",
        "Terms explain themselves in the text. A term that is not there, or has no explanation, helps nobody.",
    ),
    "facts": Reason(
        "Faktalista viser hva hver påstand bygger på. Uten den kan ingen holde kurset à jour når loven endres.",
        "Faktalista viser kva kvar påstand byggjer på. Utan ho kan ingen halde kurset à jour når lova blir endra.",
        "The list of facts shows what each claim rests on. Without it nobody can keep the course up to date when the "
        "law changes.",
    ),
    "unconfirmed": Reason(
        "En leder kan komme til å handle etter noe som ser ut som en regel, men som ingen har bekreftet.",
        "Ein leiar kan kome til å handle etter noko som ser ut som ein regel, men som ingen har stadfesta.",
        "A leader may come to act on something that looks like a rule, but that nobody has confirmed.",
    ),
    "workload": Reason(
        "Deltakerne planlegger dagen etter minuttene, og kursdagen skal gå opp. Stemmer de ikke, blir slutten kuttet.",
        "Deltakarane planlegg dagen etter minutta, og kursdagen skal gå opp. Stemmer dei ikkje, blir slutten kutta.",
        "Participants plan their day by the minutes, and the day must add up. When they are wrong, the end is cut.",
    ),
    "empty": Reason(
        "Økta står i innholdslista, men deltakeren møter ingenting når den åpnes.",
        "Økta står i innhaldslista, men deltakaren møter ingenting når ho blir opna.",
        "The session stands in the outline, but the participant meets nothing when it is opened.",
    ),
    "item-not-seen": Reason(
        "Oppgaven blir vist som vanlig tekst, eller som noe annet enn du mente, og ingen kan svare på den.",
        "Oppgåva blir vist som vanleg tekst, eller som noko anna enn du meinte, og ingen kan svare på ho.",
        "The item is shown as ordinary text, or as something else than you meant, and nobody can answer it.",
    ),
    "meant": Reason(
        "Kursapp leser linja slik du nok mente den. Men det er en gjetning, og andre programmer leser den annerledes.",
        "Kursapp les linja slik du nok meinte ho. Men det er ei gjetting, og andre program les ho annleis.",
        "Kursapp reads the line as you most likely meant it. But that is a guess, and other programs read it "
        "differently.",
    ),
    "instructor-note": Reason(
        "Det du skriver til kurslederen, skal ingen deltaker se. Inni en annen tekst kan det ikke holdes utenfor.",
        "Det du skriv til kursleiaren, skal ingen deltakar sjå. Inni ein annan tekst kan det ikkje haldast utanfor.",
        "No participant should see what you write to the instructor. Inside another text it cannot be kept apart.",
    ),
    "call-out-inside": Reason(
        "Merkelappen leses ikke som en del av oppgaven, så teksten i den kan bli borte for deltakeren.",
        "Merkelappen blir ikkje lesen som ein del av oppgåva, så teksten i han kan bli borte for deltakaren.",
        "The call-out is not read as part of the item, so its text may be lost to the participant.",
    ),
    "settings": Reason(
        "Innstillingen har ingen virkning slik den står. Poeng, tid eller forsøk blir da noe annet enn du mente.",
        "Innstillinga har ingen verknad slik ho står. Poeng, tid eller forsøk blir då noko anna enn du meinte.",
        "The setting has no effect as it stands. Points, time or tries are then something else than you meant.",
    ),
    "labels": Reason(
        "Merkelappen avgjør når deltakeren får se teksten: hint før svaret, forklaring etter. Feil merkelapp kan røpe "
        "svaret.",
        "Merkelappen avgjer når deltakaren får sjå teksten: hint før svaret, forklaring etter. Feil merkelapp kan røpe "
        "svaret.",
        "The label decides when the participant sees the text: a hint before the answer, an explanation after. The "
        "wrong label may give the answer away.",
    ),
    "feedback-place": Reason(
        "Tilbakemeldingen vises når alternativet blir valgt. Står den ikke under det, vises den til feil tid.",
        "Tilbakemeldinga blir vist når alternativet blir valt. Står ho ikkje under det, blir ho vist til feil tid.",
        "The feedback is shown when its option is chosen. When it is not under it, it is shown at the wrong time.",
    ),
    "no-key": Reason(
        "Uten en fasit programmet forstår, kan ingen svare. Deltakeren ser en boks med feilen i stedet for spørsmålet.",
        "Utan ein fasit programmet forstår, kan ingen svare. Deltakaren ser ein boks med feilen i staden for "
        "spørsmålet.",
        "Without a key the program understands, nobody can answer. The participant sees a box with the fault instead "
        "of the question.",
    ),
    "two-keys": Reason(
        "Deltakeren kan bare velge ett svar, og ville fått feil for et svar som er riktig.",
        "Deltakaren kan berre velje eitt svar, og ville fått feil for eit svar som er rett.",
        "The participant can choose only one answer, and would be marked wrong for one that is right.",
    ),
    "options": Reason(
        "Når det er for lite å velge mellom, viser svaret ikke hva deltakeren kan.",
        "Når det er for lite å velje mellom, viser svaret ikkje kva deltakaren kan.",
        "When there is too little to choose between, the answer does not show what the participant knows.",
    ),
    "option-shape": Reason(
        "Det som ikke er skrevet som et alternativ eller en rad, leses ikke som det, og deltakeren kan ikke velge det.",
        "Det som ikkje er skrive som eit alternativ eller ei rad, blir ikkje lese som det, og deltakaren kan ikkje "
        "velje det.",
        "What is not written as an option or a row is not read as one, and the participant cannot choose it.",
    ),
    "no-right": Reason(
        "Her finnes ikke noe riktig svar. En fasit ville fortalt deltakerne hva de burde mene.",
        "Her finst det ikkje noko rett svar. Ein fasit ville fortalt deltakarane kva dei burde meine.",
        "There is no right answer here. A key would tell participants what they ought to think.",
    ),
    "matching": Reason(
        "Deltakeren må kunne vite hvilke to som hører sammen. Er to svar like riktige, blir poengene tilfeldige.",
        "Deltakaren må kunne vite kva to som høyrer saman. Er to svar like rette, blir poenga tilfeldige.",
        "The participant must be able to know which two belong together. When two answers are equally right, the "
        "score is chance.",
    ),
    "thousands": Reason(
        "Leses tallet feil, får deltakere som har svart riktig, feil.",
        "Blir talet lese feil, får deltakarar som har svara rett, feil.",
        "When the number is read wrongly, participants who answered rightly are marked wrong.",
    ),
    "bands": Reason(
        "Deltakere med noen resultater får ingen tilbakemelding, eller en annen enn du mente.",
        "Deltakarar med nokre resultat får inga tilbakemelding, eller ei anna enn du meinte.",
        "Participants with some results get no feedback, or another than you meant.",
    ),
    "draw": Reason(
        "Quizen kan ikke bli så lang som deltakeren får vite, og grensen for bestått blir en annen.",
        "Quizen kan ikkje bli så lang som deltakaren får vite, og grensa for bestått blir ei anna.",
        "The quiz cannot become as long as participants are told, and the limit for passing becomes another.",
    ),
    "columns": Reason(
        "Arbeidsboka er det lederen tar med seg hjem. Regner en kolonne feil eller mangler, kan planen bli gal.",
        "Arbeidsboka er det leiaren tek med seg heim. Reknar ein kolonne feil eller manglar, kan planen bli gal.",
        "The workbook is what the leader takes home. When a column is missing or computes wrongly, the plan may be "
        "wrong.",
    ),
    "way-through": Reason(
        "Deltakeren blir stående fast i caset, eller får aldri se det du har skrevet.",
        "Deltakaren blir ståande fast i caset, eller får aldri sjå det du har skrive.",
        "The participant gets stuck in the case, or never sees what you have written.",
    ),
    "ending": Reason(
        "Deltakeren får slutten og et valg samtidig, og vet ikke om caset er ferdig.",
        "Deltakaren får slutten og eit val samstundes, og veit ikkje om caset er ferdig.",
        "The participant gets the ending and a choice at once, and cannot tell whether the case is over.",
    ),
    "axes": Reason(
        "Aksene viser hva valgene fører til. En akse som ikke flyttes som du mente, gir en gal oppsummering.",
        "Aksane viser kva vala fører til. Ein akse som ikkje blir flytta som du meinte, gir ei gal oppsummering.",
        "The axes show what the choices lead to. An axis that does not move as you meant gives a wrong summary.",
    ),
    "conditions": Reason(
        "Et vilkår programmet ikke forstår, holder ikke valget tilbake, så alle får se det.",
        "Eit vilkår programmet ikkje forstår, held ikkje valet tilbake, så alle får sjå det.",
        "A condition the program does not understand does not hold the choice back, so everyone sees it.",
    ),
    "when": Reason(
        "Resultatene settes sammen etter når skjemaet ble fylt ut. Uten det kan før og etter ikke sammenlignes.",
        "Resultata blir sette saman etter når skjemaet vart fylt ut. Utan det kan ein ikkje samanlikne før og etter.",
        "Results are put together by when the form was filled in. Without it, before and after cannot be compared.",
    ),
    "scale": Reason(
        "Alle må kunne svare på samme skala, ellers kan svarene ikke telles sammen.",
        "Alle må kunne svare på same skala, elles kan svara ikkje teljast saman.",
        "Everyone must be able to answer on the same scale, or the answers cannot be counted together.",
    ),
    "small-groups": Reason(
        "I et kurs med tjue deltakere kan noen få bakgrunnssvar være nok til å vite hvem som har svart.",
        "I eit kurs med tjue deltakarar kan nokre få bakgrunnssvar vere nok til å vite kven som har svara.",
        "In a course of twenty, a few background answers may be enough to know who answered.",
    ),
    "repeated": Reason(
        "Det er den samme id-en som gjør at svar kan sammenlignes over tid. Peker den feil, blir det ingen "
        "sammenligning.",
        "Det er den same id-en som gjer at svar kan samanliknast over tid. Peikar han feil, blir det inga "
        "samanlikning.",
        "It is the same id that lets answers be compared over time. When it points wrongly, there is no comparison.",
    ),
    "wrong-feedback": Reason(
        "Det er i forklaringen på et galt svar man lærer mest. Uten den er spørsmålet bare en prøve.",
        "Det er i forklaringa på eit gale svar ein lærer mest. Utan ho er spørsmålet berre ei prøve.",
        "One learns most from being told why an answer is wrong. Without that the question is only a test.",
    ),
    "guessing": Reason(
        "Deltakerne ser mønsteret fort og kan svare riktig uten å kunne faget.",
        "Deltakarane ser mønsteret fort og kan svare rett utan å kunne faget.",
        "Participants soon see the pattern and can answer rightly without knowing the subject.",
    ),
    "shuffled": Reason(
        "Når rekkefølgen stokkes, peker «over» på noe annet for hver deltaker.",
        "Når rekkjefølgja blir stokka, peikar «over» på noko anna for kvar deltakar.",
        "When the order is shuffled, “above” points to something else for each participant.",
    ),
    "negations": Reason(
        "Deltakere som mener det samme, kan komme til å krysse av motsatt. Da måler punktet ingenting.",
        "Deltakarar som meiner det same, kan kome til å krysse av motsett. Då måler punktet ingenting.",
        "Participants who mean the same may tick the opposite. Then the item measures nothing.",
    ),
    "length": Reason(
        "Lange skjemaer gir færre svar og mindre ærlige svar på slutten.",
        "Lange skjema gir færre svar og mindre ærlege svar på slutten.",
        "Long forms give fewer answers, and less honest ones towards the end.",
    ),
    "real-people": Reason(
        "Kurset kopieres til mange maskiner. Opplysninger om virkelige personer kan da ikke kalles tilbake.",
        "Kurset blir kopiert til mange maskiner. Opplysningar om verkelege personar kan då ikkje kallast tilbake.",
        "The course is copied to many computers. Information about real people cannot be called back from them.",
    ),
    "unreadable": Reason(
        "Det som ikke kan leses, vises ikke. Resten av kurset åpnes som før.",
        "Det som ikkje kan lesast, blir ikkje vist. Resten av kurset blir opna som før.",
        "What cannot be read is not shown. The rest of the course opens as before.",
    ),
    "odd-characters": Reason(
        "Tegnet ser riktig ut, men andre programmer leser det ikke, så lista, overskriften eller merknaden blir noe "
        "annet der.",
        "Teiknet ser rett ut, men andre program les det ikkje, så lista, overskrifta eller merknaden blir noko anna "
        "der.",
        "The character looks right, but other programs do not read it, so the list, heading or comment becomes "
        "something else there.",
    ),
    "never-ends": Reason(
        "Alt som står etter, kan bli lest som noe annet enn du mente, i andre programmer helt til slutten av fila.",
        "Alt som står etter, kan bli lese som noko anna enn du meinte, i andre program heilt til slutten av fila.",
        "Everything after it may be read as something else than you meant, in other programs to the end of the file.",
    ),
}
