#!/usr/bin/env bash
# Lets the built bundle examine itself as on a bare machine: no Python, no network, a program folder nobody can write to.
# Usage: installer/bare.sh [BUNDLE]. Needs root (or user namespaces) for `unshare`; says so where it may not.
set -euo pipefail
cd "$(dirname "$0")/.."
bundle=$(realpath "${1:-dist/kursapp}")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
inside='mount --bind -o ro "$1" "$1" 2>/dev/null && mount -o remount,bind,ro "$1"
  exec env -i HOME="$2" TMPDIR="$2" PATH=/nowhere LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen "$1/kursapp" --self-test'
flags=(--net --mount)
[ "$(id -u)" = 0 ] || flags+=(--map-root-user)
if ! unshare "${flags[@]}" true 2>/dev/null; then
  echo "Her er det ikke lov å stenge nettet av for ett program: selvtesten kjøres uten det." >&2
  exec env -i HOME="$home" TMPDIR="$home" PATH=/nowhere LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen "$bundle/kursapp" --self-test
fi
unshare "${flags[@]}" bash -c "$inside" bare "$bundle" "$home"
