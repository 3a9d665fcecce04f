"""What made-up nicknames are put together from: friendly words that nobody minds on a wall."""

from __future__ import annotations

from game.language.locale import Locale

FIRST = {
    Locale.EN: (
        "Amber", "Brave", "Breezy", "Bright", "Calm", "Cheerful", "Clever", "Coral", "Cosy", "Curious",
        "Daring", "Eager", "Early", "Gentle", "Golden", "Happy", "Honest", "Ivory", "Jolly", "Keen", "Kind",
        "Lively", "Lucky", "Mellow", "Merry", "Misty", "Nimble", "Noble", "Patient", "Polite", "Quick",
        "Quiet", "Rosy", "Silver", "Steady", "Sunny", "Swift", "Tidy", "Warm", "Witty",
    ),
    Locale.ZH: (
        "晴朗的", "安静的", "勇敢的", "机灵的", "温暖的", "快乐的", "耐心的", "好奇的", "踏实的", "爽朗的",
        "细心的", "活泼的", "从容的", "友善的", "诚恳的", "敏捷的", "稳重的", "俏皮的", "清新的", "明亮的",
        "悠闲的", "真诚的", "大方的", "幸运的", "谦和的", "热心的", "聪明的", "坚定的", "柔和的", "早起的",
        "轻快的", "淡定的",
    ),
}  # fmt: skip
SECOND = {
    Locale.EN: (
        "Acorn", "Badger", "Beaver", "Birch", "Bison", "Cedar", "Clover", "Crane", "Daisy", "Dolphin",
        "Falcon", "Fern", "Finch", "Fox", "Heron", "Ibex", "Ivy", "Koala", "Lark", "Lemur", "Lily", "Lynx",
        "Maple", "Marmot", "Otter", "Owl", "Panda", "Pebble", "Poppy", "Puffin", "Robin", "Salmon", "Seal",
        "Sparrow", "Squirrel", "Swan", "Thistle", "Walnut", "Willow", "Wren",
    ),
    Locale.ZH: (
        "松鼠", "海豚", "白鹤", "青竹", "银杏", "熊猫", "水獭", "雪松", "云雀", "茉莉", "小鹿", "麻雀",
        "枫叶", "桂花", "百合", "喜鹊", "骆驼", "燕子", "橡果", "海燕", "荷叶", "刺猬", "山茶", "企鹅",
        "羚羊", "蜻蜓", "萤火", "柳树", "杜鹃", "考拉", "珊瑚", "鲸鱼",
    ),
}  # fmt: skip
