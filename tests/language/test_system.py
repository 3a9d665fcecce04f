import pytest

from game.language.locale import Locale
from game.language.system import default_locale


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"RAPPORT_LANG": "zh", "LANG": "en_GB.UTF-8"}, Locale.ZH),
        ({"RAPPORT_LANG": "en", "LANG": "zh_CN.UTF-8"}, Locale.EN),
        ({"RAPPORT_LANG": "klingon", "LANG": "zh_CN.UTF-8"}, Locale.ZH),
        ({"LANG": "zh_CN.UTF-8"}, Locale.ZH),
        ({"LANG": "zh-Hans"}, Locale.ZH),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, Locale.EN),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, Locale.ZH),
        ({"LANG": "fr_FR.UTF-8"}, Locale.EN),
    ],
)
def test_the_first_variable_that_names_a_language_decides(
    environment: dict[str, str], expected: Locale
) -> None:
    assert default_locale(environment) is expected


def test_an_empty_environment_still_gives_a_language() -> None:
    assert default_locale({}) in Locale
