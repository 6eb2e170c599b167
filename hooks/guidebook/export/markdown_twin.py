"""Write a page as plain Markdown, from the text that its template made of the data: MkDocs has not seen it yet."""

import re
from functools import lru_cache
from html import escape, unescape
from posixpath import dirname

CODE = re.compile(r"`[^`\n]+`")
ATTRIBUTE_LIST = re.compile(r"\{: [^}\n]*\}")
MARKDOWN_LINK = re.compile(r"\]\(([\w./#-]+)\)")
TAG = re.compile(r"<(/?[a-z][a-z0-9-]*)\b([^>]*)>|<!--.*?-->")
HREF = re.compile(r"\bhref=\"([^\"]*)\"")
LANGUAGE = re.compile(r"<span lang=\"[a-z]+\">([^<]*)</span>")
GAPS = re.compile(r"\n{3,}")
GAP_IN_LIST = re.compile(r"(?m)^((?:- |\d+\. |\|).*)\n\n(?=- |\d+\. |\|)")
TABLE_HEAD = re.compile(r"(?m)(?<!\|\n)^\|.*\|$")

CONTROLS = {"svg", "select", "button", "output", "progress", "datalist", "template", "textarea", "figure", "nav"}
"""Elements that are of no use outside a browser: controls, drawings, and lists of jumps."""
SKIPPED = re.compile(r"\bscripted\b|aria-hidden=\"true\"|class=\"(?:permalink|improve|suggest|fold__line)\"")
"""Attributes of what is of no use outside a browser."""
INLINE = ("abbr", "input", "label", "mark", "span", "time", "col", "img")
BLOCKS = ("p", "div", "section", "form", "dl", "details", "table", "thead", "tbody", "footer", "header")
TEXTS = {"br": "\n"} | {f"{slash}{name}": "" for name in INLINE for slash in ("", "/")}
TEXTS |= {"small": " (", "/small": ") ", "span": " "}
TEXTS |= {f"{slash}{name}": "\n\n" for name in BLOCKS for slash in ("", "/")}
"""Tags whose Markdown does not depend on what is around them."""
MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`", "kbd": "`", "s": "~~", "q": '"'}
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
LINES = {"li", "dt", "dd", "legend", "th", "td", *HEADINGS}
"""Elements whose text becomes one line."""
OTHERS = {*MARKS, "a", "ol", "ul", "blockquote", "tr", "pre", "fieldset", "summary"}
FORMS = {"li": "\n\n- {}\n\n", "dt": "\n\n**{}:** ", "dd": "{}", "th": " {} |", "td": " {} |"}
FORMS |= {"legend": "\n\n**{}**\n\n"} | {name: f"\n\n{marks} {{}}\n\n" for name, marks in HEADINGS.items()}
TITLE = re.compile(r"^#|\*\*", re.MULTILINE)
"""A heading or strong text, which makes the summary of a fold the title of a part. Others only say what a click does."""
ONLY_A_LEGEND = re.compile(r"\s*(?:\*\*[^\n]*\*\*\s*)?")


@lru_cache(maxsize=1024)
def markdown_twin(uri: str, text: str, root: str) -> str:
    """Return a page as Markdown without HTML, with absolute links.

    `uri` is its file below docs/, `text` its front matter and Markdown, `root` the address of the site.
    """
    parts = text.partition("\n---\n")[2].split("```")
    parts[::2] = [_convert(part, f"{root}{uri}") for part in parts[::2]]
    return "```".join(parts).strip() + "\n"


def _convert(text: str, source: str) -> str:
    page = f"{source.removesuffix('.md').removesuffix('index').rstrip('/')}/"
    text = LANGUAGE.sub(r"\1", text)
    text = ATTRIBUTE_LIST.sub("", CODE.sub(lambda found: escape(found[0], quote=False), text))
    text = MARKDOWN_LINK.sub(lambda found: f"]({_resolve(f'{dirname(source)}/', _page_url(found[1]))})", text)
    text = "".join(Writer(page).write(text)).replace(")[", "), [")
    text = GAPS.sub("\n\n", "\n".join(" ".join(line.split()) for line in text.splitlines()))
    text = TABLE_HEAD.sub(lambda row: f"{row[0]}\n|{' --- |' * (row[0].count(' |'))}", GAP_IN_LIST.sub(r"\1\n", text))
    return unescape(text)


def _page_url(target: str) -> str:
    path, hash_, anchor = target.partition("#")
    if not path.endswith(".md"):
        return target
    return f"{path.removesuffix('.md').removesuffix('index').rstrip('/')}/{hash_}{anchor}"


def _resolve(folder: str, href: str) -> str:
    """Return the address of a relative link on a page at the address `folder`; urljoin would take four times as long."""
    if "://" in href or href.startswith("mailto:"):
        return href
    while href.startswith("../"):
        folder, href = f"{folder[:-1].rpartition('/')[0]}/", href[3:]
    return folder + href.removeprefix("./")


class Writer:
    """Writes the HTML in a page as Markdown."""

    def __init__(self, page: str) -> None:
        """Start at the beginning of the page with the address `page`."""
        self.page = page
        self.out: list[str] = []
        self.open: list[tuple[str, int, str]] = []
        """The open elements whose end matters: name, length of `out` at their start, and target of a link."""
        self.numbers: list[int] = []
        """The number of the last item of each open numbered list."""

    def write(self, text: str) -> list[str]:
        """Return the pieces of the Markdown of `text`."""
        parts = TAG.split(text)
        append, texts = self.out.append, TEXTS.get
        append(parts[0])
        skipped, depth = "", 0
        for name, attributes, following in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            if depth:
                depth += (name == skipped) - (name == f"/{skipped}")
                following = "" if depth else following
            elif self._is_control(name) or (attributes and SKIPPED.search(attributes)):
                skipped, depth, following = name, 1, ""
            elif (mark := texts(name, None)) is not None:
                append(mark)
            elif name:
                self._tag(name, attributes)
            if following:
                append(following)
        return self.out

    def _is_control(self, name: str) -> bool:
        """Return whether an element is a control or names one. The label of a checkbox in a list is an item to read."""
        return name in CONTROLS or (name == "label" and not self._is_in_list())

    def _is_in_list(self) -> bool:
        return any(name == "li" for name, *_ in self.open)

    def _tag(self, name: str, attributes: str) -> None:
        if name in LINES or name in OTHERS:
            self.numbers += [0] if name == "ol" else []
            link = HREF.search(attributes) if name == "a" else None
            self.open.append((name, len(self.out), _resolve(self.page, unescape(link[1])) if link else ""))
        elif self.open and name == f"/{self.open[-1][0]}":
            name, start, link = self.open.pop()
            inner = "".join(self.out[start:])
            del self.out[start:]
            self.out.append(self._element(name, inner, link))
        else:
            self.out.append("\n\n")

    def _element(self, name: str, inner: str, link: str) -> str:
        if name == "fieldset":
            return "" if ONLY_A_LEGEND.fullmatch(inner) else inner
        if name == "summary":
            return f"\n\n{inner}\n\n" if TITLE.search(inner) else ""
        if name in LINES:
            line = " ".join(inner.replace(")[", "), [").split())
            if name == "li" and self.open and self.open[-1][0] == "ol":
                self.numbers[-1] += 1
                return f"\n\n{self.numbers[-1]}. {line}\n\n"
            if name in HEADINGS and self._is_in_list():
                return f"**{line}** "
            return FORMS[name].format(line)
        if mark := MARKS.get(name):
            gap = " " if self.out[-1].endswith(mark) else ""
            return f"{gap}{mark}{inner}{mark}" if inner.strip() else ""
        if name == "a":
            target = link.replace("(", "%28").replace(")", "%29")
            return f"[{' '.join(inner.split())}]({target})" if link and inner else inner
        if name == "tr":
            return f"\n\n|{''.join(inner.splitlines())}\n\n"
        if name == "pre":
            return f"\n\n```\n{inner.strip()}\n```\n\n"
        if name == "blockquote":
            return "\n\n> " + GAPS.sub("\n\n", inner).strip().replace("\n", "\n> ") + "\n\n"
        if name == "ol":
            self.numbers.pop()
        return inner
