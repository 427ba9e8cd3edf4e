"""Invented stories for the page: figures that change, speakers who differ, and text that means harm."""

HOSTILE_TITLE = "Harbour <img src=x onerror=alert(1)> lanterns"
HOSTILE_TEXT = (
    "HARBOUR, January 4. <script>document.title = 'taken'</script> The amber wharf has 23 lanterns, the warden said. "
    "Marker [7] and 【9】 were printed by mistake, and [1](javascript:alert(1)) too. " + "x" * 3_000 + " 🙂🙂 The end."
)
RIGHT_TO_LEFT = "קרנות הנמל. ברציף הצפוני יש 31 פנסים, אמר נציב הנמל ביום שני. העבודות יימשכו עד הקיץ."

STORIES = [
    {
        "id": "ivory-pier",
        "title": "Ivory pier lit anew",
        "source": "Harbour Post",
        "published_at": "2020-03-09",
        "text": "HARBOUR, March 9. The ivory pier now has 40 lamps, the port office said on Monday. "
        "It used to have 12 lamps until January.",
    },
    {
        "id": "flood-governor",
        "title": "Flood kills 12 in Karsan, governor says",
        "source": "Harbour Post",
        "published_at": "2020-03-06",
        "url": "https://harbour-post.example/flood",
        "text": "KARSAN, March 6. The flood in Karsan killed 12 people, Governor Mira Tolan said on Friday.",
    },
    {
        "id": "flood-service",
        "title": "Rescue service counts 19 dead in Karsan",
        "source": "Coast Courier",
        "published_at": "2020-03-06",
        "url": "https://coast-courier.example/flood",
        "text": "KARSAN, March 6. The flood in Karsan killed 19 people, the National Rescue Service said on Friday.",
    },
    {
        "id": "hostile",
        "title": HOSTILE_TITLE,
        "source": "Harbour <b>Post</b>",
        "published_at": "2020-01-04",
        "text": HOSTILE_TEXT,
    },
    {
        "id": "northern-quay",
        "title": "פנסים חדשים ברציף הצפוני",
        "source": "Harbour Post",
        "published_at": "2020-02-03",
        "text": RIGHT_TO_LEFT,
    },
]
LAMPS = "How many lamps does the zebra quay have?"
PIER = "How many lamps does the ivory pier have?"
DEAD = "How many people did the flood in Karsan kill?"
LANTERNS = "How many lanterns does the amber wharf have?"
UNKNOWN = "How many submarines does Bolivia have?"
