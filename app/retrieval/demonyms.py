"""Countries and the words for their people: "Turkish" and "Turks" mean "Turkey" when matching text.

Only forms that news text uses for a place and for what belongs to it; irregular ones are the point.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

# One line a place: its key, other names of it after "=", then the words for its people and things.
_TABLE = """
afghanistan: afghan afghans afghani
albania: albanian albanians
algeria: algerian algerians
argentina: argentine argentinian argentines argentinians
armenia: armenian armenians
australia: australian australians
austria: austrian austrians
azerbaijan: azerbaijani azerbaijanis azeri azeris
bahrain: bahraini bahrainis
bangladesh: bangladeshi bangladeshis
belarus: belarusian belarusians
belgium: belgian belgians
bolivia: bolivian bolivians
bosnia = bosnia and herzegovina: bosnian bosnians
brazil: brazilian brazilians
britain = united kingdom, uk, u.k., great britain: british briton britons
bulgaria: bulgarian bulgarians
cambodia: cambodian cambodians
cameroon: cameroonian cameroonians
canada: canadian canadians
chad: chadian chadians
chile: chilean chileans
china: chinese
colombia: colombian colombians
congo = democratic republic of the congo, drc: congolese
costa rica: costarican costaricans
croatia: croatian croatians croat croats
cuba: cuban cubans
cyprus: cypriot cypriots
czech republic = czechia: czech czechs
denmark: danish dane danes
dominican republic: dominican dominicans
ecuador: ecuadorian ecuadorians ecuadorean ecuadoreans
egypt: egyptian egyptians
el salvador: salvadoran salvadorans
england: english
eritrea: eritrean eritreans
estonia: estonian estonians
ethiopia: ethiopian ethiopians
europe = european union, eu: european europeans
finland: finnish finn finns
france: french frenchman frenchmen
gaza: gazan gazans
georgia: georgian georgians
germany: german germans
ghana: ghanaian ghanaians
greece: greek greeks
guatemala: guatemalan guatemalans
haiti: haitian haitians
honduras: honduran hondurans
hong kong: hongkonger hongkongers
hungary: hungarian hungarians
iceland: icelandic icelander icelanders
india: indian indians
indonesia: indonesian indonesians
iran: iranian iranians
iraq: iraqi iraqis
ireland: irish
israel: israeli israelis
italy: italian italians
ivory coast: ivorian ivorians
jamaica: jamaican jamaicans
japan: japanese
jordan: jordanian jordanians
kazakhstan: kazakh kazakhs kazakhstani
kenya: kenyan kenyans
kosovo: kosovar kosovars
kurdistan: kurdish kurd kurds
kuwait: kuwaiti kuwaitis
kyrgyzstan: kyrgyz
laos: laotian laotians
latvia: latvian latvians
lebanon: lebanese
liberia: liberian liberians
libya: libyan libyans
lithuania: lithuanian lithuanians
luxembourg: luxembourgish
macedonia = north macedonia: macedonian macedonians
madagascar: malagasy
malaysia: malaysian malaysians
mali: malian malians
malta: maltese
mexico: mexican mexicans
moldova: moldovan moldovans
mongolia: mongolian mongolians
montenegro: montenegrin montenegrins
morocco: moroccan moroccans
mozambique: mozambican mozambicans
myanmar = burma: burmese
nepal: nepali nepalese nepalis
netherlands = holland: dutch dutchman
new zealand: newzealander kiwi kiwis
nicaragua: nicaraguan nicaraguans
niger: nigerien nigeriens
nigeria: nigerian nigerians
north korea: northkorean northkoreans
norway: norwegian norwegians
oman: omani omanis
pakistan: pakistani pakistanis
palestine: palestinian palestinians
panama: panamanian panamanians
paraguay: paraguayan paraguayans
peru: peruvian peruvians
philippines: filipino filipinos philippine
poland: polish pole poles
portugal: portuguese
qatar: qatari qataris
romania: romanian romanians
russia: russian russians
rwanda: rwandan rwandans
saudi arabia: saudi saudis
scotland: scottish scot scots
senegal: senegalese
serbia: serbian serbians serb serbs
sierra leone: sierraleonean
singapore: singaporean singaporeans
slovakia: slovak slovaks slovakian
slovenia: slovenian slovenians slovene slovenes
somalia: somali somalis
south africa: southafrican southafricans
south korea: southkorean southkoreans
soviet union = ussr: soviet soviets
spain: spanish spaniard spaniards
sri lanka: srilankan srilankans
sudan: sudanese
sweden: swedish swede swedes
switzerland: swiss
syria: syrian syrians
taiwan: taiwanese
tajikistan: tajik tajiks
tanzania: tanzanian tanzanians
thailand: thai thais
tibet: tibetan tibetans
tunisia: tunisian tunisians
turkey = turkiye, türkiye: turkish turk turks
turkmenistan: turkmen
uganda: ugandan ugandans
ukraine: ukrainian ukrainians
united arab emirates = uae, u.a.e., emirates: emirati emiratis
united states = us, u.s., usa, u.s.a., america: american americans
uruguay: uruguayan uruguayans
uzbekistan: uzbek uzbeks
vatican = holy see: vatican
venezuela: venezuelan venezuelans
vietnam: vietnamese
wales: welsh welshman
yemen: yemeni yemenis
zambia: zambian zambians
zimbabwe: zimbabwean zimbabweans
"""


@cache
def places() -> Mapping[str, str]:
    """Every known form (lower case, a single space between words) to the key of its place."""
    forms: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        names, people = line.split(":", 1)
        key, _, others = names.partition("=")
        aliases = [other.strip() for other in others.split(",") if other.strip()]
        for form in [key.strip(), *aliases, *people.split()]:
            forms.setdefault(form, key.strip())
    return MappingProxyType(forms)


@cache
def forms_of(place: str) -> tuple[str, ...]:
    """All forms of the place that ``place`` names ("turks" -> turkey, turkiye, turkish, turk ...); () when unknown."""
    key = place_of(place)
    return () if key is None else tuple(form for form, owner in places().items() if owner == key)


def place_of(words: str) -> str | None:
    """The place a word or phrase stands for: "Turkish" -> "turkey", "U.S." -> "united states"; None when unknown."""
    if words == "us":  # the pronoun; the country is written "US"
        return None
    plain = re.sub(r"[\s-]+", " ", words.strip().lower()).removesuffix("'s").removesuffix("’s")
    return places().get(plain) or places().get(plain.replace(" ", ""))
