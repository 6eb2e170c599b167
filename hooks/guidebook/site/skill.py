"""The guide as a skill for assistants (agentskills.io/specification): a folder with SKILL.md and its data, in a ZIP file."""

import io
import zipfile
from collections.abc import Iterable

from ..guide import Guide
from ..kinds import KINDS
from ..models import Entry
from ..output import Output, Site
from ..urls import entry_url
from .environment import make_environment
from .twins import Twin

NAME = "round-two"
URI = f"data/{NAME}-skill.zip"
KINDS_IN_SKILL = (
    "formats",
    "people",
    "questions",
    "asks",
    "red_flags",
    "timelines",
    "messages",
    "checklists",
    "fields",
    "pay",
)


def skill(guide: Guide, site: Site, twins: Iterable[Twin]) -> Output:
    """Return the ZIP file of the skill. The same data gives the same bytes."""
    folders = tuple(KINDS[kind].url for kind in KINDS_IN_SKILL)
    texts = {
        _reference(twin.folder): twin.text for twin in twins if twin.description and twin.folder.startswith(folders)
    }

    def reference(target: Entry | str) -> str:
        return _reference(target if isinstance(target, str) else entry_url(guide, target).partition("#")[0])

    template = make_environment().get_template("assistant/SKILL.md.jinja")
    index = {kind: reference(KINDS[kind].url) for kind in KINDS_IN_SKILL}
    manual = template.render(guide=guide, site=site, name=NAME, index=index, reference=reference)
    return Output(URI, _pack({"SKILL.md": manual, **texts}))


def _reference(url: str) -> str:
    """Return the file in the skill for the page at `url`."""
    parts = url.rstrip("/").split("/")
    return f"references/{'/'.join(parts)}.md" if len(parts) > 1 else f"references/{parts[0]}/index.md"


def _pack(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(f"{NAME}/{path}"), text, zipfile.ZIP_DEFLATED, 3)
    return packed.getvalue()
