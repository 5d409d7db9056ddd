"""Norwegian forms that no rule of endings makes one of: vowels that change, and verbs that go their own way."""

from __future__ import annotations

from kursapp.domain.search_words import fold

_FORMS = """
bok bøker bøkene | mor mødre mødrene mødres | far fedre fedrene | bror brødre brødrene | søster søstre søstrene
datter døtre døtrene | mann menn mennene | natt netter nettene | hånd hender hendene | fot føtter føttene
and ender | tann tenner | kraft krefter kreftene | stad steder | kne knær | tre trær | gås gjess | rot røtter røttene
gjøre gjør gjorde gjort | si sier sa sagt | få får fikk fått | gå går gikk gått | stå står sto stod stått
ta tar tok tatt | gi gir ga gav gitt | se ser så sett | vite vet visste visst | skrive skriver skrev skrevet
følge følger fulgte fulgt | spørre spør spurte spurt | velge velger valgte valgt | hjelpe hjelper hjalp hjulpet
finne finner fant funnet | holde holder holdt | vedta vedtar vedtok vedtatt | drive driver drev drevet
bryte bryter brøt brutt | bære bærer bar båret | legge legger la lagt | ligge ligger lå ligget
sitte sitter satt sittet | møte møter møtte møtt | treffe treffer traff truffet | bli blir ble blitt
komme kommer kom kommet | slå slår slo slått | be ber ba bedt | forstå forstår forsto forstod forstått
delta deltar deltok deltatt | ivareta ivaretar ivaretok ivaretatt | overta overtar overtok overtatt
gripe griper grep grepet | bistå bistår bistod bisto bistått | miste mister mistet | trygg trygt tryggere tryggest
god gode godt bedre best | liten lite små mindre minst | stor større størst | ung yngre yngst | gammel gamle eldre
trussel trusselen trusler truslene | regel regelen regler reglene | artikkel artikkelen artikler artiklene
middel middelet midler midlene | eksempel eksempelet eksempler eksemplene | kapittel kapittelet kapitler kapitlene
mønster mønsteret mønstre mønstrene | register registeret registre registrene | senter senteret sentre sentrene
offer offeret ofre ofrene | nummer nummeret numre numrene | vinter vinteren vintre | søsken søsknene
barn barnet barna barnas barns barnets barnene
"""


def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _FORMS.strip().splitlines():
        for group in line.split("|"):
            forms = tuple(fold(form) for form in group.split())
            found.update((form, forms) for form in forms)
    return found


_BY_FORM = _table()


def basic_form(folded: str) -> str:
    """Return the form in which a word stands in a dictionary, where its forms are beyond rules; else the word."""
    forms = _BY_FORM.get(folded)
    return forms[0] if forms else folded


def forms_of(folded: str) -> tuple[str, ...]:
    """Return all forms of a word whose forms are beyond rules, itself among them; else nothing."""
    return _BY_FORM.get(folded, ())
