#!/usr/bin/env bash
# Founds the register of the demo anew: a specimen may (verification.md §13.1), for its keys are kept by nobody.
#   tests/tools/specimen_register.sh CONDAU        run in the root of the project
# Deletes register/, makes keys in a temporary folder, seals the documents that the demo shows sealed, marks the one
# that it shows revoked, and deletes the keys. Commit register/ and condau.toml afterwards.
set -euo pipefail
condau=$(realpath "$1")
cd "$(dirname "$0")/../.."
CONDAU_KEY_DIR=$(mktemp -d)
CONDAU_KEY_PASSPHRASE=$(head -c 24 /dev/urandom | base64)
export CONDAU_KEY_DIR CONDAU_KEY_PASSPHRASE CONDAU_LANG=vi
trap 'rm -rf "$CONDAU_KEY_DIR"' EXIT

rm -rf register
# The settings are written anew by `key init`.
sed -i '/^\[verify\]$/,/^\[/{/^origin = /d;/^fingerprint = /d}' condau.toml
"$condau" key init --sealed 2026-05-04T01:00:00Z > /dev/null
# Two documents stay unsealed: a letter that is still being translated, and a report in one language.
"$condau" seal --yes --as-of 2026-05-04 --sealed 2026-05-04T01:30:00Z \
  000YFYQ1TR B6YRAP5MZW Z1N5HCTXSJ DVJZAS54P8 V8J14TWME2 MHQW1G7ZDJ J58J66D4Z0 JAH3EJCN1G \
  083JMKQ3X8 EF0PPFEE9M FADH1FA013 ABVWJ855SR Y9JFWFG9TK
"$condau" mark Y9JFWFG9TK revoked --sealed 2026-05-04T02:00:00Z \
  --reason "Thủ tục không còn tiếp nhận từ ngày 01/3/2026" \
  --reason-en "The procedure is no longer offered since 1 March 2026" \
  --reason-zh "该事项自2026年3月1日起不再受理"
"$condau" audit register --as-of 2026-05-04
