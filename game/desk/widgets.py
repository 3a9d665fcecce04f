"""pygame_gui's widgets in the faces and colours of the desk."""

from __future__ import annotations

import pygame_gui

from game.desk.art.palette import Palette, blend
from game.desk.lettering import face_path
from game.desk.scene import Desk
from game.language.locale import Locale

FACE = "desk"
"""What the desk's own face is called among pygame_gui's."""


def _colours(palette: Palette) -> dict[str, str]:
    hovered = blend(palette.resting, palette.card, 0.5)
    return {
        "dark_bg": palette.paper,
        "normal_bg": palette.resting,
        "hovered_bg": hovered,
        "active_bg": palette.card,
        "selected_bg": palette.card,
        "disabled_bg": palette.paper,
        "disabled_dark_bg": palette.paper,
        "normal_text": palette.ink,
        "hovered_text": palette.ink,
        "active_text": palette.ink,
        "selected_text": palette.ink,
        "disabled_text": palette.ink_soft,
        "normal_border": palette.edge,
        "hovered_border": palette.vermilion,
        "active_border": palette.vermilion,
        "selected_border": palette.vermilion,
        "disabled_border": palette.line,
        "filled_bar": palette.edge,
        "unfilled_bar": palette.paper,
        "text_cursor": palette.ink,
    }


def make_manager(desk: Desk) -> pygame_gui.UIManager:
    """A manager of widgets for the window as it is: its size, language, text size and palette."""
    manager = pygame_gui.UIManager(desk.size, enable_live_theme_updates=False)
    # Chinese names of languages stand in English menus too: the face that has both serves every widget.
    manager.add_font_paths(FACE, str(face_path(Locale.ZH)), str(face_path(Locale.ZH, bold=True)))
    font = {"name": FACE, "size": str(desk.lettering.real(17)), "bold": "0", "italic": "0"}
    misc = {"shape": "rectangle", "border_width": "1", "shadow_width": "0"}
    plain = {"colours": _colours(desk.palette), "font": font, "misc": misc}
    kinds = ("button", "drop_down_menu", "horizontal_slider", "selection_list", "panel", "text_entry_line")
    theme = {"defaults": {"colours": _colours(desk.palette), "font": font}} | dict.fromkeys(kinds, plain)
    manager.get_theme().load_theme(theme)
    return manager
