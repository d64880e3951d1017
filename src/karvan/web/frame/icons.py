"""Small drawings, 24 by 24, one line thick: shapes that say what colour alone must not."""

from __future__ import annotations

ICONS: dict[str, str] = {
    "meetings": "M4 5h10v7H8l-4 3zM17 9h3v10l-3-2h-7v-2",
    "visit": "M4 20V8l6-4v16M10 20h10V10H10M7 10v1M7 14v1M14 14h2M14 17h2M2 20h20",
    "plenary": "M12 4v3M8 7h8l-1 6H9zM12 13v7M8 20h8M4 12v8M20 12v8",
    "reception": "M7 4h10l-1 6a4 4 0 0 1-8 0zM12 14v6M8 20h8",
    "transfer": "M5 5h14v12H5zM5 12h14M8 17v2M16 17v2M8 14.5h1M15 14.5h1",
    "break": "M5 9h11v5a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10h1.5a2.5 2.5 0 0 1 0 5H16M8 4v2M12 4v2",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "shield": "M12 3l8 3v6c0 4.5-3.2 7.5-8 9-4.8-1.5-8-4.5-8-9V6zM8.5 12l2.5 2.5 4.5-5",
    "document": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "calendar": "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
    "interpreter": "M4 5h9v7H8l-4 3zM16 8h4v9l-3-2.5h-5V15M7 8.5h3",
    "language": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
    "place": "M12 21c5-5.5 7-8.5 7-11a7 7 0 0 0-14 0c0 2.5 2 5.5 7 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5",
    "company": "M4 20V6h9v14M13 11h7v9M7 10h3M7 13h3M7 16h3M16 14h1M16 17h1M2 20h20",
    "search": "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5",
    "clock": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
    "menu": "M4 7h16M4 12h16M4 17h16",
    "lock": "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5zM12 14.5v2",
    "undo": "M9 6L4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3",
    "redo": "M15 6l5 5-5 5M20 11H10a5 5 0 0 0 0 10h3",
    "open": "M7 11V8a5 5 0 0 1 9.5-2M5 11h14v9H5zM12 14.5v2",
}
"""The outline of each, as the data of an SVG path."""
