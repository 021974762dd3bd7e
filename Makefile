# 明账 / Clear Accounts. `make run` for people, `make test` for developers, `make help` for the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8000
HOST ?= 127.0.0.1
DEMO ?= 1
export PORT HOST

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# One more than two processors: a test that waits for the browser or a worker leaves its processor to another;
# and who has nothing left to do takes over tests of the others, which are of very unequal length.
PYTEST := $(BIN)/pytest -n 3 --dist worksteal
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

# A newcomer's python3 may be older than 3.11, a pyenv shim without a version behind it,
# or Debian's without venv: each candidate is tried, not only found.
FIND_PYTHON := for python in "$${PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do \
	[ -n "$$python" ] && "$$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
	2>/dev/null && break; python=; done

.PHONY: help setup run demo test lint samples screenshots bench score coverage lock clean

help: ## 列出全部命令 / this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/ready-for-developers ## 建立 .venv（含开发工具） / .venv with the developers' tools

.venv/bin/python:
	@$(FIND_PYTHON); \
	if [ -z "$$python" ]; then \
		echo "需要 Python 3.11 或更新版本（含 venv；Debian/Ubuntu：apt-get install python3-venv）。"; \
		echo "若已装在别处：make setup PYTHON=/路径/python3"; \
		echo "Python 3.11 or newer with venv is needed (Debian/Ubuntu: apt-get install python3-venv)."; \
		echo "If it is somewhere else: make setup PYTHON=/path/to/python3"; exit 1; \
	fi; \
	echo "建立 .venv / making .venv ($$("$$python" --version))"; \
	rm -rf .venv && "$$python" -m venv .venv

# What the site runs on, apart from the tools: `make run` needs no more than this.
.venv/ready-to-run: requirements.txt | .venv/bin/python
	@echo "安装依赖 / installing requirements"; $(PIP) -r $<
	@touch $@

.venv/ready-for-developers: requirements-dev.txt .venv/ready-to-run
	@echo "安装开发工具 / installing developers' tools"; $(PIP) -r $<
	@touch $@

# Compressing every static file takes seconds: only when one of them changed.
var/static/staticfiles.json: .venv/ready-to-run budgetsite/settings.py budgetsite/staticfiles.py \
		$(shell find static disclosures/static -type f 2>/dev/null)
	@$(MANAGE) collectstatic --no-input --clear --verbosity 0
	@touch $@

demo: .venv/ready-to-run ## 建库并装入示例 / database with the samples, without serving
	@DEMO=$(DEMO) $(MANAGE) migrate --no-input --verbosity 0
	@DEMO=$(DEMO) $(MANAGE) demo

run: .venv/ready-to-run ## 启动网站 / serve it; another port: make run PORT=8001
	@$(BIN)/python -m budgetsite.port
	@$(MAKE) --silent var/static/staticfiles.json
	@DEMO=$(DEMO) $(MANAGE) migrate --no-input --verbosity 0
	@case "$(DEMO)" in ""|0|false|no|off) ;; *) DEMO=$(DEMO) $(MANAGE) demo ;; esac
	@DEMO=$(DEMO) exec $(BIN)/python -m budgetsite.serve

test: setup ## 全部检查与测试 / lint, then tests on SQLite and PostgreSQL and in Chromium
	@$(BIN)/python -m tests.machine provide
	@$(MAKE) lint
	@failed=0; \
	echo "== SQLite"; env -u DATABASE_URL $(PYTEST) || failed=1; \
	echo "== PostgreSQL"; $(BIN)/python -m tests.postgres $(PYTEST) -m "database and not browser" || failed=1; \
	$(BIN)/python -m tests.machine report || failed=1; \
	exit $$failed

lint: setup ## 只做静态检查 / only the static checks
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/djlint templates --check --lint
	@env -u DATABASE_URL $(MANAGE) makemigrations --check --dry-run

samples: setup ## 重做示例文件 / make the samples again
	@$(BIN)/python samples/make.py

screenshots: setup ## 重拍文档截图 / take the documents' screenshots again
	@$(BIN)/python -m tests.machine provide
	@$(BIN)/python -m tests.browser.screenshots

bench: setup var/bench/ready ## 测速 / benchmarks
	@$(BIN)/python -m bench

# Datasette, measured beside ours, lives apart: the site needs none of it, and without it the rest is measured.
var/bench/ready: requirements-bench.txt | .venv/bin/python
	@$(BIN)/python -m venv var/bench && \
	var/bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< && touch $@ || \
	echo "没有装上 Datasette，不作对照 / Datasette could not be installed: nothing to set beside"

score: setup ## 识别准确率 / how well the parser reads the verified documents
	@$(BIN)/python tests/score_goldens.py

coverage: setup ## 测试覆盖率 / which lines no test reaches
	@env -u DATABASE_URL $(BIN)/coverage run -m pytest -q -m "not browser"
	@$(BIN)/coverage report

# --universal: one lock for Python 3.11 to 3.13; it names no place that packages come from.
LOCK := var/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

lock: .venv/bin/python ## 更新锁定的依赖 / lock the newest versions that requirements*.in allow
	@$(BIN)/python -m venv var/lock && var/lock/bin/python -m pip install --quiet uv
	@$(LOCK) --upgrade --output-file requirements.txt requirements.in
	@$(LOCK) --upgrade --constraint requirements.txt --output-file requirements-dev.txt requirements-dev.in
	@$(LOCK) --upgrade --output-file requirements-bench.txt requirements-bench.in
	@$(LOCK) --upgrade --constraint requirements.txt --output-file requirements-ocr.txt requirements-ocr.in

clean: ## 删除可重建的文件；数据留在 var/ / remove what can be made again; data stay in var/
	@rm -rf .venv var/static var/lock .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
