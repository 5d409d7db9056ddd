"""Sentences about commands that are not understood, and about the demo."""

from __future__ import annotations

from kursapp.texts.sentence import Said

COMMANDS: dict[str, Said] = {
    "command-lacks": Said(
        nb=("Kommandoen mangler {names}.", "«{command} --help» forteller hva som skal stå der."),
        nn=("Kommandoen manglar {names}.", "«{command} --help» fortel kva som skal stå der."),
        en=("The command lacks {names}.", "“{command} --help” tells what belongs there."),
    ),
    "command-unknown-words": Said(
        nb=("Kommandoen har noe som ikke hører til: {words}.", "«{command} --help» viser det den kjenner."),
        nn=("Kommandoen har noko som ikkje høyrer til: {words}.", "«{command} --help» viser det han kjenner."),
        en=("The command has something that does not belong: {words}.", "“{command} --help” shows what it knows."),
    ),
    "command-wrong-choice": Said(
        nb=("{name} kan ikke være «{word}».", "Velg mellom {choices}."),
        nn=("{name} kan ikkje vere «{word}».", "Vel mellom {choices}."),
        en=("{name} cannot be “{word}”.", "Choose from {choices}."),
    ),
    "command-lacks-value": Said(
        nb=("Det mangler noe etter {name}.", "«{command} --help» forteller hva som skal stå der."),
        nn=("Det manglar noko etter {name}.", "«{command} --help» fortel kva som skal stå der."),
        en=("Something is missing after {name}.", "“{command} --help” tells what belongs there."),
    ),
    "command-takes-no-value": Said(
        nb=("{name} skal stå alene, uten «{word}».", "Ta bort det som står etter."),
        nn=("{name} skal stå åleine, utan «{word}».", "Ta bort det som står etter."),
        en=("{name} stands alone, without “{word}”.", "Take away what follows it."),
    ),
    "command-failed": Said(
        nb=(
            "Kommandoen stoppet på grunn av en feil i Kursapp ({kind}).",
            "Meld feilen til dem som lager Kursapp{?, med rapporten {report}. Ingenting du har skrevet, står i den?}.",
        ),
        nn=(
            "Kommandoen stoppa på grunn av ein feil i Kursapp ({kind}).",
            "Meld feilen til dei som lagar Kursapp{?, med rapporten {report}. Ingenting du har skrive, står i han?}.",
        ),
        en=(
            "The command stopped because of a fault in Kursapp ({kind}).",
            "Tell the makers of Kursapp about the fault{?, with the report {report}. It holds nothing you wrote?}.",
        ),
    ),
    "command-not-understood": Said(
        nb=("Kommandoen er ikke forstått.", "«{command} --help» forteller hvordan den skrives."),
        nn=("Kommandoen er ikkje forstått.", "«{command} --help» fortel korleis han skal skrivast."),
        en=("The command is not understood.", "“{command} --help” tells how it is written."),
    ),
    "demo-cannot-write": Said(
        nb=("Kan ikke skrive i {folder}{?: {reason}?}.", "Gjør plass, eller velg en annen mappe med --out."),
        nn=("Kan ikkje skrive i {folder}{?: {reason}?}.", "Gjer plass, eller vel ei anna mappe med --out."),
        en=("Cannot write in {folder}{?: {reason}?}.", "Make room, or choose another folder with --out."),
    ),
    "demo-stuck": Said(
        nb=("Demoen kom ikke videre: {what}.", "Bildene så langt ligger i {folder}."),
        nn=("Demoen kom ikkje vidare: {what}.", "Bileta så langt ligg i {folder}."),
        en=("The demo got stuck: {what}.", "The pictures so far are in {folder}."),
    ),
}
