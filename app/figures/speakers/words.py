"""The vocabulary of reported speech."""

from __future__ import annotations

from app.english import LOWER_MONTHS, LOWER_WEEKDAYS
from app.figures.words import word_set

REPORT_VERBS = word_set(
    "said says say saying told tells reported reports report reporting recording counting documenting stated states "
    "announced announces claimed claims claim confirmed confirms added adds declared declares estimated estimates "
    "informed revealed noted notes warned warns explained insisted acknowledged admitted alleged alleges counted "
    "documented recorded tallied wrote tweeted argued quoted mentioned indicated disclosed pointed stressed recalled "
    "briefed specified accused accuses blames blamed"
)
TOLL_VERBS = word_set("put puts gave given giving gives set sets placed raised raises updated revised")
COUNT_VERBS = word_set("put puts spoke speaks spoken talked lists listed estimated registered")
TOLL_NOUNS = word_set("toll tolls figure figures number numbers total count death")
DEEDS = word_set("responsibility attack attacks bombing bombings blast explosion credit lives")
TAIL_VERBS = word_set("saying adding reporting citing")

HEADS = word_set(
    "television tv media channel station stations channels outlets monitors ministries broadcaster radio agency "
    "newspaper outlet website websites daily network observatory monitor group groups organisation organization "
    "watchdog activist activists source sources official officials ministry minister spokesman spokeswoman "
    "spokesperson police army military coalition government governor mayor president envoy residents resident witness "
    "witnesses doctor doctors medics medic rescuers opposition rebels militants commander general colonel authorities "
    "authority department office command headquarters committee committees centre center council commission institute "
    "researchers scientists company firm union bank court judge prosecutor prosecutors chief head director analyst "
    "analysts expert experts report statement survey study ambassador diplomat diplomats correspondent reporter "
    "charity nations un pentagon kremlin who lawyer secretary coastguard league association federation board operator "
    "laboratory hospital observers economists engineers forces party poll team foundation campaigners ombudsman "
    "representative member chairman leader reports organisations service services defence parliament chamber officer "
    "workers responders claim rescuer worker"
)
MODIFIERS = word_set(
    "extremist militant terrorist armed state state-run state-owned official local pro-government pro-regime "
    "pro-opposition opposition monitoring health foreign defence defense interior news press military security medical "
    "police rebel regime army government activist humanitarian aid relief emergency rescue civil rights human "
    "independent national regional provincial deputy prime senior top high-ranking unnamed anonymous informed "
    "diplomatic british-based britain-based uk-based london-based kurdish arab syrian western eastern islamic based "
    "field media tv television semi-official chief executive director general spokesman spokeswoman spokesperson "
    "secretary minister head commander president group agency source the's private public same second another other "
    "several multiple daesh-linked isis-run is-linked pro-damascus some pro-syrian anti-regime anti-government "
    "damascus-based us-led us-backed kurdish-led saudi-led run"
)
ROLES = word_set(
    "head director chief spokesman spokeswoman spokesperson minister president envoy commander governor member "
    "coordinator adviser advisor secretary ambassador founder leader manager editor representative deputy general "
    "officer"
)
DETERMINERS = word_set("a an the its their his her our one some this")
PRONOUNS = word_set("he she it they")
NOT_NAMES = word_set(
    "we you i however meanwhile but and in on at the a an it he she they earlier later initial preliminary unconfirmed "
    "separately also then this that these those when while after before"
) | {*LOWER_MONTHS, *LOWER_WEEKDAYS}
PARTICLES = word_set("de van der den bin ibn al el von da di du la le abu")
ADVERBS = word_set(
    "also later earlier had has have further separately previously officially initially however meanwhile then "
    "repeatedly recently immediately today yesterday reportedly already simply only never not did does was were now "
    "still are is"
)
