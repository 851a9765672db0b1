"""A headless Chromium, driven over its DevTools protocol: what it loads, says and shows."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

import websocket

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

#: Seconds after which something that has not happened will not happen.
_PATIENCE = 30
#: Holds as soon as a picture is drawn.
_PICTURE = "document.querySelector('#picture svg') !== null"
#: Keys that are no letters, with the text that each writes.
_KEYS = {"Enter": "\r", "Tab": "", " ": " "}


class Page:
    """Open a page in a fresh browser without a network, and note all that goes wrong.

    Args:
        page: The file, or the whole address.
        zone: The time zone of the machine.
        ready: An expression that holds as soon as the page is drawn.
    """

    def __init__(self, page: Path | str, zone: str = "UTC", ready: str = _PICTURE) -> None:
        self._address = page.as_uri() if isinstance(page, Path) else page
        self._zone, self._ready = zone, ready
        self._sent = 0
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def __enter__(self) -> Self:
        """Start the browser and open the page."""
        self._home = tempfile.mkdtemp(prefix="chromium-")
        self._process = subprocess.Popen(
            [
                str(shutil.which("chromium")),
                *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
                *("--remote-debugging-port=0", f"--user-data-dir={self._home}"),
                # A test goes back and forth faster than any reader.
                "--disable-ipc-flooding-protection",
                *("--remote-allow-origins=*", "--window-size=1600,1200", "about:blank"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        port_file = Path(self._home, "DevToolsActivePort")
        self.wait(lambda: port_file.is_file() and port_file.read_text(encoding="utf-8"))
        port = port_file.read_text(encoding="utf-8").split()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
            pages = [one for one in json.load(answer) if one["type"] == "page"]
        self._socket = websocket.create_connection(
            pages[0]["webSocketDebuggerUrl"], timeout=_PATIENCE, suppress_origin=True
        )
        for domain in ("Runtime", "Log", "Network", "Page"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setTimezoneOverride", timezoneId=self._zone)
        self.visit(self._address)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the browser."""
        self._socket.close()
        self._process.terminate()
        self._process.wait(_PATIENCE)
        shutil.rmtree(self._home, ignore_errors=True)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method of the protocol, and note what happens meanwhile."""
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv())
            if message.get("id") == self._sent:
                assert "error" not in message, message
                found: dict[str, Any] = message["result"]
                return found
            self._note(message)

    def _note(self, message: dict[str, Any]) -> None:
        method, params = message["method"], message["params"]
        if method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Runtime.exceptionThrown" or (
            method == "Runtime.consoleAPICalled" and params["type"] in {"error", "warning"}
        ):
            self.complaints.append(json.dumps(params))
        elif method == "Log.entryAdded":
            self.complaints.append(params["entry"]["text"])

    def visit(self, address: str) -> None:
        """Go to an address, and wait until the page is drawn."""
        self.call("Page.navigate", url="about:blank")
        self.wait(lambda: self.ask("location.href") == "about:blank")
        self.call("Page.navigate", url=address)
        self.wait(lambda: self.ask(self._ready))

    def ask(self, expression: str) -> Any:
        """Give the value of an expression of JavaScript, or what it promises."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def wait(self, condition: Any) -> None:
        """Wait until a condition holds."""
        until = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < until, "it did not happen"
            time.sleep(0.05)

    def point(self, x: float, y: float, *, click: bool = False) -> None:
        """Move the mouse to a point of the window, and click there if asked."""
        steps = ["mouseMoved", *(("mousePressed", "mouseReleased") if click else ())]
        for kind in steps:
            button = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **button)

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key: one that writes nothing, by its name, or a letter."""
        text = _KEYS.get(key, key)
        code = {"Enter": 13, "Tab": 9, " ": 32}.get(key, 0)
        common = {"key": key, "modifiers": 8 if shift else 0, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def write(self, text: str) -> None:
        """Write a text where the keyboard is."""
        self.call("Input.insertText", text=text)

    def look(self, width: int, height: int, scheme: str = "light") -> None:
        """Give the window a size, and the reader a taste for a light or a dark page."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        wish = {"name": "prefers-color-scheme", "value": scheme}
        self.call("Emulation.setEmulatedMedia", features=[wish])

    def place_of(self, text: str) -> tuple[float, float]:
        """Give where a text of the picture begins, in the window."""
        found = self.ask(
            "(() => { const one = [...document.querySelectorAll('#picture svg text')]"
            f".find(one => one.textContent === {json.dumps(text)});"
            " if (!one) return null; one.scrollIntoView({block: 'center'});"
            " const box = one.getBoundingClientRect();"
            " return [box.left + 4, box.top + box.height / 2]; })()"
        )
        assert found, f"no {text!r} in the picture"
        return found[0], found[1]

    def texts(self) -> list[str]:
        """Give the texts of the picture, as a reader sees them."""
        found: list[str] = self.ask(
            "[...document.querySelectorAll('#picture svg text')].map(one => one.textContent)"
        )
        return found

    def screenshot(self, path: Path) -> None:
        """Keep what the window shows."""
        import base64

        raw = self.call("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(raw))
