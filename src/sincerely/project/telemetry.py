"""Traces for OpenTelemetry, where `OTEL_EXPORTER_OTLP_ENDPOINT` says where to; else nothing is loaded and nothing leaves.

A trace holds names of pages and of work, counts and times: no address, no letter, no person.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

Told = Callable[..., None]


def wanted() -> bool:
    """Whether the operator asked for traces."""
    return bool(os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT"))


def start_telemetry(name: str) -> None:
    """Sends traces in the background, under this name. Raises SystemExit where the extra is missing."""
    if not wanted():
        return
    try:
        from opentelemetry import trace
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise SystemExit("sincerely: traces need more packages. Install them: pip install 'sincerely[telemetry]'.") from None
    provider = TracerProvider(resource=Resource.create({"service.name": os.environ.get("OTEL_SERVICE_NAME", name)}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)


@cache
def tracer() -> Any:
    from opentelemetry import trace

    return trace.get_tracer("sincerely")


@contextmanager
def span(name: str) -> Iterator[Told]:
    """A piece of work; what is told of it within is kept with it."""
    if not wanted():
        yield lambda **more: None
        return
    with tracer().start_as_current_span(name, record_exception=False, set_status_on_exception=False) as current:
        yield lambda **more: current.set_attributes(more)
