"""HTML and Markdown: Python's `html.parser` and `markdown-it` see the article's words as words, whatever is in them."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt

from article import one_line

FORMATS = ["html", "worksheet", "markdown", "worksheet-md"]
TAGS = {"html", "head", "meta", "title", "style", "body", "article", "aside", "h1", "h2", "p", "blockquote", "mark", "ul",
        "li", "table", "thead", "tbody", "tr", "th", "td"}
# "[x]" and "<b>" of an article would show as one of these.
INLINE = {"text", "strong_open", "strong_close", "softbreak", "text_special"}


class Page(HTMLParser):
    """The words of a page by element, and every element and attribute in it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.words, self.attributes = [], {}, set()

    def handle_starttag(self, tag, attributes):
        assert tag in TAGS, f"<{tag}>"
        self.attributes |= {name for name, _ in attributes}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}>"

    def handle_data(self, data):
        for tag in set(self.open):
            self.words[tag] = self.words.get(tag, "") + data

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")


def check(article, name, file):
    text = file.decode("utf-8")
    (html if name in ("html", "worksheet") else markdown)(article, name, text)


def html(article, name, text):
    page = Page()
    page.feed(text)
    page.close()
    assert page.open == [], page.open
    assert page.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "title", "scope", "contenteditable", "aria-label"}
    assert "default-src 'none'" in text
    if name == "html":
        blocks = [block["span"] for block in article.export["document"]["blocks"] if block["included"]]
        wanted = "".join(article.text[span["start"] : span["end"]] for span in blocks)
        assert "".join(page.words.get("article", "").split()) == "".join(wanted.split())
        shown = "".join(page.words["aside"].split())
        for fact in article.export["facts"]:
            if fact["salience"]["score"] >= 50 and fact["status"] != "rejected":
                assert "".join(fact["text"].split()) in shown, fact["text"]


def markdown(article, name, text):
    tokens = MarkdownIt("commonmark").parse(text)
    inline = [child for token in tokens if token.type == "inline" for child in token.children]
    assert {child.type for child in inline} <= INLINE, {child.type for child in inline} - INLINE
    assert not {token.type for token in tokens} & {"html_block", "code_block", "fence", "hr", "ordered_list_open"}
    if name == "markdown":
        lines = {"".join(child.content for child in token.children) for token in tokens if token.type == "inline"}
        for fact in article.export["facts"]:
            if fact["salience"]["score"] >= 50 and fact["status"] != "rejected":
                assert one_line(fact["text"]) in lines, fact["text"]
