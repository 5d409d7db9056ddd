"""Sentences about cases: scenes, choices, axes and conditions."""

from __future__ import annotations

from kursapp.texts.sentence import Said

CASES: dict[str, Said] = {
    "no-scene": Said(
        nb=("Det finnes ingen scene «{target}».{? Mente du «{nearest}»??}", "Rett lenken, eller skriv scenen."),
        nn=("Det finst ingen scene «{target}».{? Meinte du «{nearest}»??}", "Rett lenkja, eller skriv scena."),
        en=("There is no scene “{target}”.{? Did you mean “{nearest}”??}", "Mend the link, or write the scene."),
    ),
    "scene-outside-case": Said(
        nb=("Scenen «{title}» står ikke i et case.", "Skriv «### Case: …» over den."),
        nn=("Scena «{title}» står ikkje i eit case.", "Skriv «### Case: …» over ho."),
        en=("The scene “{title}” is not in a case.", "Write “### Case: …” above it."),
    ),
    "case-without-choices": Said(
        nb=("Caset «{title}» har ingen valg.", "Skriv et punkt som begynner med en lenke: - [Ring](#scene-ring)."),
        nn=("Caset «{title}» har ingen val.", "Skriv eit punkt som byrjar med ei lenkje: - [Ring](#scene-ring)."),
        en=("The case “{title}” has no choices.", "Write an item that begins with a link: - [Call](#scene-call)."),
    ),
    "unreachable-scene": Said(
        nb=("Ingen valg fører til scenen «{title}».", "Lenk til den, eller ta den bort."),
        nn=("Ingen val fører til scena «{title}».", "Lenk til ho, eller ta ho bort."),
        en=("No choice leads to the scene “{title}”.", "Link to it, or take it away."),
    ),
    "all-choices-hidden": Said(
        nb=("I scenen «{title}» kan alle valg være skjult samtidig.", "La minst ett valg være uten «hvis»."),
        nn=("I scena «{title}» kan alle val vere skjulte samstundes.", "La minst eitt val vere utan «viss»."),
        en=("In the scene “{title}” every choice can be hidden at once.", "Let at least one choice be without “if”."),
    ),
    "no-way-out": Said(
        nb=("Fra disse scenene kommer man aldri til en slutt: {scenes}.", "La et valg føre videre."),
        nn=("Frå desse scenene kjem ein aldri til ein slutt: {scenes}.", "La eit val føre vidare."),
        en=("From these scenes one never comes to an ending: {scenes}.", "Let a choice lead on."),
    ),
    "ending-with-choices": Said(
        nb=("Scenen «{title}» er merket som slutt, men har valg.", "Ta bort «slutt», eller valgene."),
        nn=("Scena «{title}» er merkt som slutt, men har val.", "Ta bort «slutt», eller vala."),
        en=("The scene “{title}” is marked as an ending, but has choices.", "Take away “ending”, or the choices."),
    ),
    "unknown-axis": Said(
        nb=("Caset har ingen akse «{axis}».{? Mente du «{nearest}»??}", "Skriv den i «akser», eller rett navnet."),
        nn=("Caset har ingen akse «{axis}».{? Meinte du «{nearest}»??}", "Skriv ho i «aksar», eller rett namnet."),
        en=("The case has no axis “{axis}”.{? Did you mean “{nearest}”??}", "Name it in “axes”, or mend the name."),
    ),
    "unused-axis": Said(
        nb=("Ingen valg flytter aksen «{axis}».", "La et valg flytte den, eller ta den bort."),
        nn=("Ingen val flyttar aksen «{axis}».", "La eit val flytte ho, eller ta ho bort."),
        en=("No choice moves the axis “{axis}”.", "Let a choice move it, or take it away."),
    ),
    "axis-twice": Said(
        nb=("Aksen «{axis}» står to ganger.", "Ta bort den ene."),
        nn=("Aksen «{axis}» står to gonger.", "Ta bort den eine."),
        en=("The axis “{axis}” stands twice.", "Take one away."),
    ),
    "bad-effect": Said(
        nb=("«{axis} {written}» sier ikke hvor langt aksen flyttes.", "Skriv for eksempel «**Barnet −2:** hvorfor»."),
        nn=("«{axis} {written}» seier ikkje kor langt aksen blir flytta.", "Skriv til dømes «**Barnet −2:** kvifor»."),
        en=("“{axis} {written}” does not say how far the axis moves.", "Write for instance “**The child −2:** why”."),
    ),
    "unknown-choice": Said(
        nb=(
            "«{written}» er verken et valg eller en scene.{? Mente du «{nearest}»??}",
            "Bruk id-en til et valg eller en scene i caset.",
        ),
        nn=(
            "«{written}» er verken eit val eller ei scene.{? Meinte du «{nearest}»??}",
            "Bruk id-en til eit val eller ei scene i caset.",
        ),
        en=(
            "“{written}” is neither a choice nor a scene.{? Did you mean “{nearest}”??}",
            "Use the id of a choice or a scene of the case.",
        ),
    ),
    "bad-condition": Said(
        nb=("Vilkåret «{written}» kan ikke forstås.", "Skriv for eksempel «hvis: barnet >= 0 og valgt: c1»."),
        nn=("Vilkåret «{written}» kan ikkje forståast.", "Skriv til dømes «viss: barnet >= 0 og vald: c1»."),
        en=("The condition “{written}” cannot be understood.", "Write for instance “if: child >= 0 and chosen: c1”."),
    ),
    "mixed-condition": Said(
        nb=("Vilkåret blander «og» og «eller».", "Bruk bare det ene."),
        nn=("Vilkåret blandar «og» og «eller».", "Bruk berre det eine."),
        en=("The condition mixes “and” and “or”.", "Use only one of them."),
    ),
    "range-reversed": Said(
        nb=("Området går fra {low} til {high}.", "Skriv det minste tallet først."),
        nn=("Området går frå {low} til {high}.", "Skriv det minste talet først."),
        en=("The range goes from {low} to {high}.", "Write the smaller number first."),
    ),
}
