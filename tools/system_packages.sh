#!/bin/sh
# Usage: system_packages.sh PACKAGE...   (chromium, postgresql, python3-venv, python3.12-venv ...)
# Leaves quietly when every package is there; else installs it (as root, with apt-get) or says which command does.
set -eu

present() {
  case "$1" in
    bubblewrap) command -v bwrap ;;
    chromium) command -v chromium || command -v chromium-browser || command -v google-chrome ;;
    nginx-light) command -v nginx || ls /usr/sbin/nginx ;;
    postgresql) command -v initdb || ls /usr/lib/postgresql/*/bin/initdb ;;
    python*-venv) "${1%-venv}" -c "import ensurepip, venv" ;;
    *) command -v "$1" ;;
  esac
}

absent() {
  for package in "$@"; do
    present "$package" >/dev/null 2>&1 || printf '%s ' "$package"
  done
}

missing=$(absent "$@")
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing system packages: $missing"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086 -- one word a package
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
  missing=$(absent "$@")
  [ -n "$missing" ] || exit 0
fi
echo "Missing on this machine: $missing" >&2
echo "On Debian or Ubuntu: sudo apt-get install $missing" >&2
exit 1
