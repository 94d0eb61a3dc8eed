"""`sincerely check`: the forms and exit codes that outside programs rely on."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from sincerely.faces.cli import run

GOOD = """Dear Ms Okafor,

Thank you for showing me the bakery on Monday. I liked how the night team plans its batches, and my six years at a
stone oven would let me help with the rye from the first week.

I would be glad to join you. If another talk would help, any morning suits me.

Kind regards,
Lena Brandt
01632 960 111
"""
FACTS = {
    "candidate": {"name": "Lena Brandt", "email": "lena.brandt@example.org", "phone": "01632 960 111"},
    "contacts": [{"name": "Ada Okafor", "email": "ada@oven.example"}],
    "company": "Oven & Sons",
    "role": "Baker",
}


def case(**changes: object) -> dict[str, object]:
    message = {
        "from": "lena.brandt@example.org",
        "to": ["ada@oven.example"],
        "subject": "Baker: thank you for Monday",
        "body": GOOD,
    }
    return {"id": "one", "channel": "email", "stage": "thank-you", "record": FACTS, "message": {**message, **changes}}


def batch(tmp_path: Path, capsys: pytest.CaptureFixture[str], *lines: str, jobs: int = 1) -> tuple[int, list[dict]]:
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code = run(["check", "--batch", str(file), "--jobs", str(jobs)])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_good_letter_is_ready_and_exits_with_0(tmp_path, capsys) -> None:
    (tmp_path / "note.txt").write_text(GOOD)
    (tmp_path / "facts.json").write_text(json.dumps(FACTS))
    assert run(["check", str(tmp_path / "note.txt"), "--facts", str(tmp_path / "facts.json")]) == 0
    assert "Ready to go" in capsys.readouterr().out


def test_a_letter_to_revise_exits_with_1_and_says_why(tmp_path, capsys) -> None:
    (tmp_path / "note.txt").write_text("Thank you for Monday. I would be glad to join the team and help with the rye bread.")
    assert run(["check", str(tmp_path / "note.txt")]) == 1
    out = capsys.readouterr().out
    assert "professional/greeting" in out
    assert "→" in out


def test_a_letter_to_hold_exits_with_2(tmp_path, capsys) -> None:
    (tmp_path / "note.txt").write_text(GOOD.replace("Ms Okafor", "{{first_name}}"))
    assert run(["check", str(tmp_path / "note.txt"), "--format", "json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert report["verdict"] == "hold"
    assert "professional/placeholder" in {finding["rule"] for finding in report["findings"]}


def test_a_mail_file_brings_its_own_sender_and_subject(tmp_path, capsys) -> None:
    head = "From: Lena <partygirl69@example.org>\nTo: ada@oven.example\nSubject: \nMIME-Version: 1.0\n\n"
    (tmp_path / "note.eml").write_text(head + GOOD)
    run(["check", str(tmp_path / "note.eml"), "--json"])
    rules = {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert {"professional/sender-address", "professional/subject"} <= rules


def test_plain_text_is_not_blamed_for_a_subject_it_cannot_have(tmp_path, capsys) -> None:
    (tmp_path / "note.txt").write_text(GOOD)
    run(["check", str(tmp_path / "note.txt"), "--json"])
    rules = {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert not rules & {"professional/subject", "professional/sender-address", "professional/recipients"}


def test_a_first_line_may_name_the_subject(tmp_path, capsys) -> None:
    (tmp_path / "note.txt").write_text("Subject: hi\n\n" + GOOD)
    run(["check", str(tmp_path / "note.txt"), "--json"])
    assert "professional/subject" in {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]}


def test_fix_prints_the_letter_with_the_right_name(tmp_path, capsys) -> None:
    (tmp_path / "note.txt").write_text(GOOD.replace("Okafor", "Okafr"))
    (tmp_path / "facts.json").write_text(json.dumps(FACTS))
    run(["check", str(tmp_path / "note.txt"), "--facts", str(tmp_path / "facts.json"), "--fix"])
    assert "Dear Ms Okafor," in capsys.readouterr().out


def test_standard_input_is_read_for_a_dash(capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert run(["check", "-", "--json"]) in (0, 1, 2)
    assert "verdict" in json.loads(capsys.readouterr().out)


def test_a_batch_answers_every_line_in_order(tmp_path, capsys) -> None:
    lines = [json.dumps({**case(), "id": str(number)}) for number in range(40)]
    code, answers = batch(tmp_path, capsys, *lines)
    assert code == 0
    assert [answer["id"] for answer in answers] == [str(number) for number in range(40)]
    assert {"verdict", "findings", "ms"} <= answers[0].keys()


def test_two_processes_answer_as_one_does(tmp_path, capsys) -> None:
    lines = [json.dumps(case(subject="hi", body=GOOD + "!!!!"))] * 20
    _, alone = batch(tmp_path, capsys, *lines)
    _, together = batch(tmp_path, capsys, *lines, jobs=2)
    assert [{**answer, "ms": 0} for answer in alone] == [{**answer, "ms": 0} for answer in together]


def test_a_finding_has_the_form_that_programs_rely_on(tmp_path, capsys) -> None:
    _, (answer,) = batch(tmp_path, capsys, json.dumps(case(subject="hi")))
    finding = next(finding for finding in answer["findings"] if finding["rule"] == "professional/subject")
    assert finding.keys() == {"rule", "severity", "part", "start", "end", "quote", "message", "why", "remedy"}
    assert (finding["severity"], finding["part"], finding["quote"]) == ("warning", "subject", "hi")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "null",
        '{"id": "one", "message": 3}',
        '{"id": "one", "channel": "pigeon", "message": {}}',
        "[" * 100_000,
        '"\\ud800"',
    ],
    ids=["cut off", "a list", "null", "a wrong type", "an unknown channel", "too deep", "half a character"],
)
def test_a_line_that_cannot_be_read_says_so_and_the_others_go_on(tmp_path, capsys, line: str) -> None:
    code, answers = batch(tmp_path, capsys, line, json.dumps(case()))
    assert code >= 64
    assert answers[0]["error"]
    assert answers[1]["verdict"]


def test_a_line_of_many_megabytes_is_refused_and_the_next_is_read(tmp_path, capsys) -> None:
    code, answers = batch(tmp_path, capsys, json.dumps(case(body="x" * 5_000_000)), json.dumps(case()))
    assert code >= 64
    assert "4 MB" in answers[0]["error"]
    assert answers[1]["id"] == "one"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "no-such-file.txt"], "no such file"),
        (["check", "."], "folder"),
        (["check", "--batch", "no-such-file.jsonl"], "cannot be read"),
        (["check", "--channel", "pigeon"], "pigeon"),
        (["nonsense"], "nonsense"),
    ],
    ids=["a missing file", "a folder", "a missing batch", "an unknown channel", "an unknown command"],
)
def test_bad_input_gets_one_clear_line_and_64_or_more(capsys, words: list[str], said: str) -> None:
    assert run(words) >= 64
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_facts_that_are_no_json_are_refused_in_one_line(tmp_path, capsys) -> None:
    (tmp_path / "facts.json").write_text("{")
    (tmp_path / "note.txt").write_text(GOOD)
    assert run(["check", str(tmp_path / "note.txt"), "--facts", str(tmp_path / "facts.json")]) >= 64
    assert "facts.json" in capsys.readouterr().err


def test_check_starts_without_the_framework() -> None:
    code = "import sys; from sincerely.faces.cli import run; run(['check', '--help']); assert 'django' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_control_characters_in_a_letter_do_not_reach_the_terminal(tmp_path, capsys) -> None:
    (tmp_path / "note.txt").write_text("Dear Ada,\n\n\x1b[2J\x07thank you!!!!!! \u202e for Monday\n\nLena")
    run(["check", str(tmp_path / "note.txt")])
    out = capsys.readouterr().out
    assert "\x1b[2J" not in out
    assert "\u202e" not in out


MAIL = "From: Lena <partygirl69@example.org>\nTo: Ada Okafor\n <ada@oven.example>\nSubject: hi\n\n"


@pytest.mark.parametrize("name", ["note.eml", "NOTE.EML", "note", "note.txt"])
def test_a_mail_is_known_by_its_headers_whatever_its_name(tmp_path, capsys, name: str) -> None:
    (tmp_path / name).write_text(MAIL + GOOD)
    run(["check", str(tmp_path / name), "--json"])
    rules = {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert "professional/sender-address" in rules


@pytest.mark.parametrize(
    "text", ["From: the bakery\nwith love\n\n" + GOOD, "Dear Ada:\n\n" + GOOD, "PS: one\nPPS: two\n\n" + GOOD]
)
def test_a_letter_that_only_looks_like_a_mail_is_read_as_it_stands(tmp_path, capsys, text: str) -> None:
    (tmp_path / "note.txt").write_text(text)
    run(["check", str(tmp_path / "note.txt")])
    assert text.split("\n")[0] in capsys.readouterr().out


def test_a_mail_in_html_with_an_attachment_is_read_and_its_quote_is_not_judged(tmp_path, capsys) -> None:
    html = GOOD.replace("\n", "<br>") + "<blockquote>ANSWER ME NOW you idiot!!!!</blockquote>"
    parts = f"--B\nContent-Type: text/html; charset=utf-8\n\n{html}\n--B\n"
    file = "Content-Type: application/pdf; name=cv.pdf\nContent-Disposition: attachment; filename=cv.pdf\n\n%PDF\n--B--\n"
    head = "From: lena@example.org\nTo: ada@oven.example\nSubject: Baker: thank you for Monday\nMIME-Version: 1.0\n"
    (tmp_path / "note.eml").write_text(head + "Content-Type: multipart/mixed; boundary=B\n\n" + parts + file)
    code = run(["check", str(tmp_path / "note.eml"), "--json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert code in (0, 1), findings
    assert not [finding for finding in findings if "idiot" in finding["quote"]]


def test_a_mail_of_more_than_50_megabytes_is_refused(tmp_path, capsys) -> None:
    (tmp_path / "huge.eml").write_bytes(b"Subject: x\n\n" + b"x" * (51 * 1024 * 1024))
    assert run(["check", str(tmp_path / "huge.eml")]) >= 64
    assert "50 MB" in capsys.readouterr().err


def test_facts_that_make_no_sense_name_their_file(tmp_path, capsys) -> None:
    (tmp_path / "facts.json").write_text('{"contacts": 3}')
    (tmp_path / "note.txt").write_text(GOOD)
    assert run(["check", str(tmp_path / "note.txt"), "--facts", str(tmp_path / "facts.json")]) >= 64
    error = capsys.readouterr().err
    assert "facts.json" in error
    assert "contacts" in error


def test_a_model_that_does_not_run_leaves_the_check_as_it_is(tmp_path: Path, capsys) -> None:
    (tmp_path / "note.txt").write_text(GOOD)
    run(["check", str(tmp_path / "note.txt"), "--ask", "http://127.0.0.1:1/v1", "--model", "small", "--json"])
    assert any("No third opinion" in note for note in json.loads(capsys.readouterr().out)["notes"])


def test_letters_do_not_go_to_another_machine_in_the_clear(tmp_path: Path, capsys) -> None:
    (tmp_path / "note.txt").write_text(GOOD)
    assert run(["check", str(tmp_path / "note.txt"), "--ask", "http://models.example/v1"]) == 64
    assert "https" in capsys.readouterr().err
