"""Take the README's pictures: ``python docs/pictures.py`` rewrites review.png, quote.png and search.png beside it.

They are answers in the local preview on the sample corpus, as a browser shows them. This needs what
``pip install -e ".[preview]" playwright`` installs and a Chromium: the system's, named by ``CHROMIUM`` where it
isn't found, or the one that ``playwright install chromium`` fetches.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

FOLDER = Path(__file__).resolve().parent
WIDTH, HEIGHT, SCALE = 900, 2000, 2  # of the page in CSS pixels; a taller answer would be cut
MARGIN = 12
COLOURS = 128  # enough for text on plain ground, and a third of the size
LARGEST = 200_000  # bytes
MESSAGES = "#channel-message-list > *"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture's name, the command it shows, and what is typed for each option, whose first match is taken."""

    name: str
    command: str
    options: dict[str, str] = field(default_factory=dict)


SHOTS = (
    Shot("review", "review", {"film": "Charade"}),
    Shot("quote", "quote", {"film": "The General", "critic": "Priya Raman", "about": "action"}),
    Shot("search", "search", {"text": "train"}),
)


@contextlib.contextmanager
def preview() -> Iterator[str]:
    """Run the preview and give its address."""
    command = [sys.executable, "-m", "bot", "preview", "--no-browser", "--port", "0"]
    # The command is our own.
    with subprocess.Popen(command, cwd=FOLDER.parent, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            address = process.stdout.readline().strip() if process.stdout else ""
            if not address:
                sys.exit("The preview did not start.")
            yield address
        finally:
            process.send_signal(signal.SIGINT)


def ask(page: Page, shot: Shot) -> Locator:
    """Send a command as a member types it, and wait for the answer."""
    asked = page.locator(MESSAGES).count()
    page.locator("#channel-composer-input").press_sequentially(f"/{shot.command}")
    page.locator(".command-entry").first.click()
    for name, text in shot.options.items():
        option = page.locator(f'.command-option-input[data-option="{name}"]')
        if not option.count():
            page.locator(".command-chip").click()
            page.locator(".command-suggestion", has_text=name).first.click()
        option.press_sequentially(text)
        if name != "text":  # all others offer what matches
            page.locator(".command-suggestion", has_text=text).first.click()
    page.locator("#send-message").click()
    page.locator(MESSAGES).nth(asked).wait_for()
    page.wait_for_selector(".command-row", state="detached")
    page.mouse.move(0, 0)
    answer = page.locator(MESSAGES).last
    answer.locator("button:enabled").first.wait_for()  # the page disables all while it works
    page.wait_for_timeout(500)  # until it has scrolled
    return answer


def crop(picture: bytes) -> Image.Image:
    """Set what is on the ground within an even margin."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    colour = image.getpixel((image.width - 1, 0))
    ground = Image.new("RGB", image.size, colour)
    box = ImageChops.difference(image, ground).getbbox() or (0, 0, *image.size)
    return ImageOps.expand(image.crop(box), MARGIN * SCALE, colour)


def main() -> None:
    """Take every picture."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with preview() as address, sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=chromium)
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE, color_scheme="dark"
        )
        page.goto(address)
        page.wait_for_selector("#channel-composer-input", state="visible")
        for shot in SHOTS:
            target = FOLDER / f"{shot.name}.png"
            image = crop(ask(page, shot).screenshot())
            image.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
            size = target.stat().st_size
            sys.stdout.write(f"{target.name}: {image.width}x{image.height}, {size:,} bytes\n")
            if size > LARGEST:
                sys.exit(f"{target.name} is larger than {LARGEST:,} bytes.")
        browser.close()


if __name__ == "__main__":
    main()
