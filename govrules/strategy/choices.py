# SPDX-License-Identifier: Apache-2.0
"""The choices of fields in words. A document holds the code (``human-checked``), a reader meets its words, and the code
beside them where it has to be typed.

Most codes are their own words, without hyphens; here stand those that are not.
"""

from collections.abc import Iterable, Mapping

_WORDS: Mapping[str, str] = {
    "absent": "nowhere",
    "accessible": "usable by disabled people",
    "adviser-off-member-channels": "an adviser's, away from the channels of the member firm",
    "all-or-most": "all or most of those received",
    "as-of-earlier-conduct": "that of earlier conduct",
    "audit-trail": "with a complete audit trail",
    "automatic": "automatic, unchecked",
    "by-result": "by how well they did",
    "by-vendor-under-contract": "by the vendor under its contract",
    "covered-entity": "a covered entity",
    "business-associate": "a business associate",
    "crew-under-agreement": "a crew under a business associate agreement",
    "critical-checked": "critical text, checked by a translator",
    "critical-unchecked": "critical text, unchecked",
    "exact-with-terms": "exact, with its terms",
    "fair-dealing-assessed": "fair dealing, assessed",
    "fair-use-assessed": "fair use, assessed",
    "from-or-as-low-as": "“from” or “as low as”",
    "hub-and-spoke": "a hub with people in the departments",
    "human-checked": "checked by a person",
    "in-the-post": "in the post itself",
    "link-although-it-would-fit": "behind a link, although it would fit",
    "lowest-of-30-days": "the lowest of the last 30 days",
    "no-under-13s": "no children under 13",
    "none-to-tell": "there are none to tell",
    "none-used": "none is used",
    "not-deidentified": "not de-identified",
    "not-needed": "not needed here",
    "own-or-public-domain": "own work or public domain",
    "paid": "paid for",
    "platform-consumer-library": "the platform's library for consumers",
    "safe-harbour-18": "by removing the 18 identifiers (safe harbour)",
    "sms-nothing-else-offered": "SMS, since the platform offers nothing else",
    "third-party-every-plan": "a third party that sells every plan",
    "third-party-some-plans": "a third party that sells some plans",
    "tied-to-positive-sentiment": "for good ones only",
    "under-13s-screened-out": "children under 13 are screened out",
    "untold": "the person is not told",
    "write-once": "write-once storage",
}
_AS_WRITTEN: Mapping[str, str] = {
    word.lower(): word
    for word in (
        *("AI", "CMS", "EU", "FDA", "FDIC", "FINRA", "FTC", "GDPR", "HIPAA", "IT", "NCUA", "NFA", "NMLS", "SEC", "SMS"),
        *("UK", "US", "WCAG", "English", "French", "Google", "Meta", "Olympic"),
    )
}


def in_words(code: str) -> str:
    """A choice as a reader meets it: ``checked by a person``, ``FINRA advertising``."""
    if found := _WORDS.get(code):
        return found
    *wcag, last = code.split("-")
    if wcag[:1] == ["wcag"]:
        return " ".join(("WCAG", *wcag[1:], last.upper()))
    return " ".join(_AS_WRITTEN.get(word, word) for word in code.split("-"))


def to_type(codes: Iterable[str]) -> str:
    """Choices in a list, each with its code in brackets where that is another: for whoever has to type one."""
    return ", ".join(_with_code(code) for code in codes)


def _with_code(code: str) -> str:
    words = in_words(code)
    return words if words == code else f"{words} ({code})"
