"""Pages from the web, within limits of size, time, redirects and place."""

from __future__ import annotations

import ssl
import time
from types import TracebackType
from typing import NamedTuple, Self

import httpx

from app.errors import FetchRefused
from ingest.addresses import resolve
from ingest.limits import IngestLimits

_HEADERS = {
    "User-Agent": "Dateline/1 (news archive; reads single pages and feeds on request)",
    "Accept": "text/html, application/rss+xml, application/atom+xml, application/json, text/plain, */*;q=0.1",
}
_DEFAULT_PORTS = {"http": 80, "https": 443}


class Reply(NamedTuple):
    """A fetched page; ``url`` is where it was found in the end."""

    url: str
    content_type: str
    body: bytes


class _CheckedTransport(httpx.BaseTransport):
    """Connects each request, redirected ones too, to the very address that was checked, so that a name that answers
    differently the second time gains nothing. TLS still proves the name."""

    def __init__(self, limits: IngestLimits) -> None:
        self._limits = limits
        self._inner = httpx.HTTPTransport(verify=ssl.create_default_context(), retries=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.scheme not in _DEFAULT_PORTS:
            raise httpx.UnsupportedProtocol(f"{request.url.scheme}: is not fetched", request=request)
        host = request.url.host
        port = request.url.port or _DEFAULT_PORTS[request.url.scheme]
        address = resolve(host, port, allow_private=self._limits.allow_private_urls)
        pinned = httpx.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": host},
        )
        return self._inner.handle_request(pinned)

    def close(self) -> None:
        self._inner.close()


class Fetcher:
    """Fetches single pages. Proxies of the environment are not used: they would look names up themselves."""

    def __init__(self, limits: IngestLimits) -> None:
        self._limits = limits
        self._http: httpx.Client | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._http is not None:
            self._http.close()

    def fetch(self, url: str) -> Reply:
        """The page at an http(s) address.

        Raises:
            FetchRefused: a private address, an error status, too many redirects, too large, too slow, or no reply.
        """
        deadline = time.monotonic() + self._limits.fetch_timeout_seconds
        try:
            with self._client().stream("GET", url) as response:
                if not response.is_success:
                    raise _refused_status(url, response)
                return Reply(
                    str(response.url), response.headers.get("content-type", ""), self._body(url, response, deadline)
                )
        except httpx.TooManyRedirects as error:
            raise FetchRefused(
                f"{url} redirects in a loop, or more than {self._limits.max_redirects} times.",
                hint="Open it in a browser and give the address it ends at.",
            ) from error
        except httpx.TimeoutException as error:
            raise self._too_slow(url) from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise FetchRefused(f"{url} is or leads to no http(s) address.", hint="Check the address.") from error
        except httpx.HTTPError as error:
            reason = str(error) or type(error).__name__
            raise FetchRefused(
                f"{url} could not be fetched: {reason}.", hint="Check the address and the network."
            ) from error

    def _client(self) -> httpx.Client:
        if self._http is None:
            self._http = httpx.Client(
                transport=_CheckedTransport(self._limits),
                headers=_HEADERS,
                timeout=self._limits.fetch_timeout_seconds,
                follow_redirects=True,
                max_redirects=self._limits.max_redirects,
                trust_env=False,
            )
        return self._http

    def _body(self, url: str, response: httpx.Response, deadline: float) -> bytes:
        limit = self._limits.article_bytes
        body = bytearray()
        for block in response.iter_bytes():
            body += block
            if len(body) > limit:
                raise FetchRefused(
                    f"{url} is larger than the {limit / 1_000_000:g} MB allowed for one page.",
                    hint="Download it and ingest the file, or raise DATELINE_MAX_UPLOAD_MB.",
                )
            if time.monotonic() > deadline:
                raise self._too_slow(url)
        return bytes(body)

    def _too_slow(self, url: str) -> FetchRefused:
        return FetchRefused(
            f"{url} did not arrive within {self._limits.fetch_timeout_seconds:g} seconds.",
            hint="Try again later, or raise DATELINE_FETCH_TIMEOUT_SECONDS.",
        )


def _refused_status(url: str, response: httpx.Response) -> FetchRefused:
    status = response.status_code
    if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
        return FetchRefused(f"{url} answered {status}: there is no such page.", hint="Check the address.")
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN, httpx.codes.TOO_MANY_REQUESTS):
        return FetchRefused(
            f"{url} answered {status}: the site does not hand this page out.", hint="Save the page and ingest the file."
        )
    return FetchRefused(f"{url} answered {status} {response.reason_phrase}.", hint="Try again later.")
