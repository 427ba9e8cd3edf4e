"""English words that several readers share: months, weekdays and numbers."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LOWER_MONTHS, LOWER_WEEKDAYS = tuple(map(str.lower, MONTHS)), tuple(map(str.lower, WEEKDAYS))

_TO_NINETEEN = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: value for value, word in enumerate(_TO_NINETEEN.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
NUMBER_WORDS = ONES | TENS
ONE_TO_TWELVE = tuple(ONES)[1:13]
