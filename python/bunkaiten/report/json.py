"""The report for machines: schemas/report.schema.json, always in both languages."""

import json
from collections.abc import Mapping
from typing import Any

from bunkaiten.model import (
    Document,
    Finding,
    Location,
    Problem,
    Report,
    Requirement,
    Row,
    RowVerdict,
    SourceFolder,
    State,
    Text,
)
from bunkaiten.report.look import Look
from bunkaiten.report.order import in_order

_LISTS = {
    State.SATISFIED: "satisfied",
    State.DENIED: "denied",
    State.UNDETERMINED: "undetermined",
    State.NOTE: "noted",
}

API_VERSION = "bunkaiten.dev/report/v1"


def to_json(report: Report, _look: Look) -> str:
    """Return `report` as JSON text. How it looks to a person changes nothing here."""
    return json.dumps(_report(in_order(report)), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _report(report: Report) -> dict[str, Any]:
    sources = {"sources": [source_folder(each) for each in report.sources]} if report.sources else {}
    return sources | {
        "apiVersion": API_VERSION,
        "tool": {
            "name": "bunkaiten",
            "version": report.version,
            "policiesDigest": report.policies_digest,
        },
        "edition": report.edition,
        "laterEditions": list(report.later_editions),
        "asOf": report.as_of,
        "declarationsOnly": report.declarations_only,
        "scope": report.scope.value,
        "allowEmpty": report.allow_empty,
        "failOn": report.fail_on.value,
        "verdict": report.verdict.value,
        "exitCode": report.exit_code,
        "documents": [_document(each) for each in report.documents],
        "requirements": [_requirement(each) for each in report.requirements],
        "titles": {subject: _text(title) for subject, title in report.titles.items()},
        "rows": [_row_verdict(each) for each in report.of_rows()],
        "findings": [_finding(each) for each in report.findings],
        "problems": [_problem(each) for each in report.problems],
    }


def _document(document: Document) -> dict[str, Any]:
    partial = {"complete": False} if document.is_partial else {}
    return partial | {"id": document.id, "kind": document.kind, "sha256": document.sha256}


def source_folder(source: SourceFolder) -> dict[str, Any]:
    """Return what was read of a folder of Terraform sources as plain JSON."""
    return {
        "folder": source.folder,
        "plan": source.plan,
        "files": [{"id": each.id, "sha256": each.sha256} for each in source.files],
        "leftOut": list(source.left_out),
        "differing": list(source.differing),
    }


def _requirement(requirement: Requirement) -> dict[str, Any]:
    return {
        "id": requirement.id,
        "name": requirement.name,
        "clause": requirement.clause,
        "title": _text(requirement.title),
        "modality": requirement.modality,
        "protects": list(requirement.protects),
        "applies": list(requirement.applies),
        "satisfied": list(requirement.satisfied),
        "denied": list(requirement.denied),
        "undetermined": list(requirement.undetermined),
    }


def _row_verdict(verdict: RowVerdict) -> dict[str, Any]:
    return row(verdict.row) | {
        _LISTS[state]: [subject for subject, found in verdict.states.items() if found is state]
        for state in _LISTS
    }


def row(row: Row) -> dict[str, Any]:
    """Return a row of the guideline as plain JSON, in both languages."""
    reason = {"reason": _text(row.reason)} if row.reason else {}
    return reason | {
        "row": row.name,
        "id": row.id,
        "clause": row.clause,
        "clauseTitle": _text(row.clause_title),
        "text": _text(row.text),
        "status": row.status,
        "judgedBy": list(row.judged_by),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "requirement": finding.requirement,
        "clause": finding.clause,
        "state": finding.state.value,
        "code": finding.code,
        "subject": finding.subject,
        "message": _text(finding.message),
        "remedy": _text(finding.remedy),
        "locations": [_location(each) for each in finding.locations],
        "values": _plain(finding.values),
        "fingerprint": finding.fingerprint,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    place = {"line": problem.line, "column": problem.column}
    known = {"code": problem.code, "document": problem.document, "message": _text(problem.message)}
    return known | _stated(place)


def _location(location: Location) -> dict[str, Any]:
    place = {"line": location.line, "column": location.column}
    return {"document": location.document, "pointer": location.pointer} | _stated(place)


def _stated(place: Mapping[str, int | None]) -> dict[str, int]:
    return {key: number for key, number in place.items() if number is not None}


def _text(text: Text) -> dict[str, str]:
    return {"en": text.en, "ja": text.ja}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
