# What the commands share: the machine they need, and the build. Sourced, never run.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
die() { say "packaging: $*"; exit 1; }

# Debian packages: installed when root, otherwise the one line that is missing is printed.
need_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ]; then
    die "missing Debian packages; run: sudo apt-get install -y ${missing[*]}"
  fi
  say "packaging: installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1 ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } ||
    die "apt-get could not install ${missing[*]}"
}

is_jdk_25() { [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q 'version "25'; }

# A JDK 25 from JAVA_HOME, PATH or /usr/lib/jvm, or from Debian where it has one.
need_jdk() {
  local home
  for home in "${JAVA_HOME:-/nonexistent}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /nonexistent/bin/javac)")")")" /usr/lib/jvm/*; do
    if is_jdk_25 "$home"; then
      export JAVA_HOME=$home PATH=$home/bin:$PATH
      return
    fi
  done
  if [ "$(id -u)" -eq 0 ] && { apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1 ||
      { apt-get update -qq && apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; }; }; then
    need_packages openjdk-25-jdk-headless
    for home in /usr/lib/jvm/*; do
      is_jdk_25 "$home" && { export JAVA_HOME=$home PATH=$home/bin:$PATH; return; }
    done
  fi
  die "no JDK 25 found: set JAVA_HOME to one, install openjdk-25-jdk-headless (Debian 13 and later), or unpack Temurin 25 under /usr/lib/jvm"
}

# OpenCV's natives (highgui) want GTK 2, which Debian 13 calls by another name.
gtk_package() {
  local version
  version=$(. /etc/os-release && echo "${VERSION_ID:-0}")
  if [ "${version%%.*}" -ge 13 ]; then echo libgtk2.0-0t64; else echo libgtk2.0-0; fi
}

need_machine() {
  need_packages maven socat fonts-wqy-microhei fonts-hanazono "$(gtk_package)"
  need_jdk
}

# A module for each processor at a time. Vaadin's plugin is not marked as fit for that: the poms let one frontend be
# built after the other, and Maven need not warn.
maven() {
  (cd "$ROOT" && mvn -B -ntp -T 1C -Dorg.slf4j.simpleLogger.log.org.apache.maven.lifecycle.internal.builder=error "$@")
}

# Builds the images where a source is newer than the last build.
build_images() {
  [ -z "${ZIZHU_BUILT:-}" ] || return 0 # a story of the build itself: the images stand already
  local stamp=$ROOT/packaging/target/built
  if [ -f "$stamp" ] && [ -z "$(find "$ROOT" \( -name target -o -name .git -o -name node_modules \) -prune -o \
      -type f \( -path '*/src/*' -o -name pom.xml \) -newer "$stamp" -print -quit)" ]; then
    return
  fi
  say "packaging: building (the first time downloads the libraries)"
  maven -q -DskipTests package >"$ROOT/packaging-build.log" 2>&1 ||
    { tail -n 60 "$ROOT/packaging-build.log" >&2; die "the build failed; all of it is in packaging-build.log"; }
  rm -f "$ROOT/packaging-build.log"
  mkdir -p "$(dirname "$stamp")" && touch "$stamp"
}
