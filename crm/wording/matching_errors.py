"""The sentences for what is refused of roles, pairs and joint projects."""

from __future__ import annotations

from crm.i18n import Translator


def templates(tr: Translator) -> dict[str, str]:
    """Give the sentence for each code."""
    _ = tr.gettext
    return {
        "unknown-role": _(
            "“{role}” is no role that is known. The nearest are: {nearest}. To add it: crm role add"
        ),
        "role-exists": _("“{role}” is a role already: {slug}. See crm role list."),
        "bad-slug": _("“{text}” gives no slug. Name one of letters, digits and hyphens: --slug"),
        "pair-of-one": _("A role cannot complement itself: {role}. Name two roles."),
        "no-project": _("There is no project “{project}”. See crm project list --all."),
        "ambiguous-project": _("“{project}” fits several projects: {titles}. Say which one."),
        "project-exists": _(
            "There is a project “{title}” already. Give this one another title, or see crm project"
            " show."
        ),
        "project-over": _("The project “{title}” was over on {on} already."),
        "project-with-whom": _("With whom? Name them: --with WHO"),
        "brings-without-whom": _("“{text}” does not say who: --brings 'ana: texts'"),
    }
