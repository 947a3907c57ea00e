"""Label Studio: the validation of its own SDK, with our labelling configuration."""

from xml.etree import ElementTree

from label_studio_sdk.label_interface import LabelInterface

from article import parse, same

FORMATS = ["label-studio", "label-studio-config"]
CONFIGURATION = {}


def check(article, name, file):
    if name == "label-studio-config":
        CONFIGURATION["interface"] = interface = LabelInterface(file.decode("utf-8"))
        interface.validate()
        CONFIGURATION["relations"] = {one.get("value") for one in ElementTree.fromstring(file).iter("Relation")}
        return
    [task] = parse(file)
    interface = CONFIGURATION["interface"]
    assert interface.validate_task({"data": task["data"]})
    assert task["data"]["text"] == article.text
    [prediction] = task["predictions"]
    errors = interface.validate_prediction(prediction, return_errors=True)
    assert not errors, errors[:3]
    regions = {one["id"]: one for one in prediction["result"] if one["type"] == "labels"}
    for region in regions.values():
        value = region["value"]
        assert article.text[value["start"] : value["end"]] == value["text"], value
    found = sorted((one["value"]["start"], one["value"]["end"]) for one in regions.values()
                   if one["value"]["labels"][0] not in ("CUE", "SOURCE", "FACT"))
    same(found, article.spans("mentions", "figures", "times", "claims"), "region")
    for relation in (one for one in prediction["result"] if one["type"] == "relation"):
        assert relation["from_id"] in regions and relation["to_id"] in regions, relation
        assert set(relation["labels"]) <= CONFIGURATION["relations"], relation
