"""The JSON-LD contexts that our files name, as far as we use their terms: a processor is not to ask the network.

Written for these tests from https://www.w3.org/TR/annotation-vocab/ and https://schema.org; a term that is missing here
is lost in expansion, and the test says so."""

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
DC = "http://purl.org/dc/terms/"
XSD = "http://www.w3.org/2001/XMLSchema#"


def link(iri):
    return {"@id": iri, "@type": "@id"}


ANNOTATION = {
    "id": "@id",
    "type": "@type",
    "Annotation": OA + "Annotation",
    "TextualBody": OA + "TextualBody",
    "TextQuoteSelector": OA + "TextQuoteSelector",
    "TextPositionSelector": OA + "TextPositionSelector",
    "AnnotationCollection": AS + "OrderedCollection",
    "AnnotationPage": AS + "OrderedCollectionPage",
    "Software": AS + "Application",
    "body": link(OA + "hasBody"),
    "target": link(OA + "hasTarget"),
    "source": link(OA + "hasSource"),
    "selector": link(OA + "hasSelector"),
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    **{word: OA + word for word in ("identifying", "tagging", "linking", "assessing", "describing", "commenting")},
    "exact": OA + "exact",
    "prefix": OA + "prefix",
    "suffix": OA + "suffix",
    "start": {"@id": OA + "start", "@type": XSD + "nonNegativeInteger"},
    "end": {"@id": OA + "end", "@type": XSD + "nonNegativeInteger"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "created": {"@id": DC + "created", "@type": XSD + "dateTime"},
    "generator": link(AS + "generator"),
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "first": link(AS + "first"),
    "partOf": link(AS + "partOf"),
    "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
    "total": {"@id": AS + "totalItems", "@type": XSD + "nonNegativeInteger"},
    "startIndex": {"@id": AS + "startIndex", "@type": XSD + "nonNegativeInteger"},
}

SCHEMA_ORG = {"@vocab": "http://schema.org/", "url": link("http://schema.org/url")}

CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION,
    "https://schema.org": SCHEMA_ORG,
}


def load(url, _=None):
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url]}}
