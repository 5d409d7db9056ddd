"""What made-up participants write in their own words, so that a demonstration has comments to work with."""

from __future__ import annotations

COMMENTS: dict[str, tuple[str, ...]] = {
    "nb": (
        "Casene var det beste. Vi var uenige ved bordet, og det var nyttig.",
        "Jeg savnet mer om hvordan jeg får tid til å lede når sakene hoper seg opp.",
        "Bra med jus på vanlig norsk. Fristene sitter nå.",
        "Litt mye stoff på dag 4. Vold og trusler kunne hatt en hel dag.",
        "Planen for 90 dager har jeg alt vist til kommunalsjefen.",
        "Kommunen min er liten, og mye var laget for dem som har team og fagledere.",
        "Fint å høre at andre også har ledige stillinger hele tiden.",
        "Mer øving på å si nei oppover!",
        "Arbeidsboken blir liggende på pulten min.",
        "Jeg trodde jeg kunne internkontroll. Det gjorde jeg ikke.",
        "Gruppearbeidet ble best når vi fikk blande kommuner.",
        "Ønsker meg en oppfølging etter et halvt år, gjerne digitalt.",
        "Rollespillet med journalisten var ubehagelig og lærerikt.",
        "Tempoet var høyt, men pausene var lange nok.",
        "Jeg har begynt å ta opp én sak i uka på fast tid, slik vi øvde på.",
        "Det manglet noe om samarbeid med skolen.",
    ),
    "nn": (
        "Casa var det beste. Vi var usamde ved bordet, og det var nyttig.",
        "Eg sakna meir om korleis eg får tid til å leie når sakene hopar seg opp.",
        "Bra med jus på vanleg norsk. Fristane sit no.",
        "Litt mykje stoff på dag 4. Vald og truslar kunne hatt ein heil dag.",
        "Planen for 90 dagar har eg alt vist til kommunalsjefen.",
        "Kommunen min er liten, og mykje var laga for dei som har team og fagleiarar.",
        "Fint å høyre at andre òg har ledige stillingar heile tida.",
        "Meir øving på å seie nei oppover!",
        "Arbeidsboka blir liggjande på pulten min.",
        "Gruppearbeidet vart best når vi fekk blande kommunar.",
        "Tempoet var høgt, men pausane var lange nok.",
        "Det mangla noko om samarbeid med skulen.",
    ),
    "en": (
        "The cases were best. We disagreed around the table, and that was useful.",
        "I missed more on how to find time to lead when the cases pile up.",
        "Law in plain words. I know the deadlines now.",
        "A bit much on day 4. Violence and threats could have had a whole day.",
        "I have shown the 90-day plan to my director already.",
        "My municipality is small, and much was made for those with teams.",
        "Good to hear that others have vacancies all the time too.",
        "More practice in saying no upwards!",
        "The workbook stays on my desk.",
        "Group work was best when municipalities were mixed.",
        "The pace was high, but the breaks were long enough.",
        "Something on working with schools was missing.",
    ),
}


def made_up_comments(language: str) -> tuple[str, ...]:
    """Return the comments in a language; bokmål for one that has none."""
    return COMMENTS.get(language, COMMENTS["nb"])
