"""The example in each hook's specification is a plug-in that works."""

import sys
import textwrap
from pathlib import Path

import pytest

from sendframe.plugins import GROUPS, Catalogue, HookSpecs
from tests.unit.plugins.fake import install


@pytest.mark.parametrize("hook", sorted(GROUPS))
def test_the_example_of_a_hook_is_a_plug_in(
    hook: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed as it stands it is collected without failure, and gives one record."""
    doc = vars(HookSpecs)[hook].__func__.__doc__
    source = textwrap.dedent(doc.partition("```python\n")[2].partition("```")[0])
    module = f"example_of_{hook}"
    name = "KENT" if "KENT" in source else "kent"
    site = install(
        tmp_path, "sendframe-kent", module, source, f"[{GROUPS[hook]}]\n{name} = {module}\n"
    )
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.delitem(sys.modules, module, raising=False)
    catalogue = Catalogue.discover([str(site)])
    result = getattr(catalogue, hook.removeprefix("sendframe_"))
    assert len(result) == 1
    assert catalogue.failures == catalogue.reader_failures == ()
    assert catalogue.renderer_failures == catalogue.section_failures == ()
