#!/bin/sh
# The command line and the core know no widget: no GTK in what patal loads. TAP.
# SPDX-License-Identifier: GPL-3.0-or-later
echo 1..1
if ldd "$1" | grep -Eq 'libgtk|libgdk-|libadwaita'; then
  echo "not ok 1 patal loads no widget library"
  ldd "$1" | grep -E 'libgtk|libgdk-|libadwaita' | sed 's/^/# /'
  exit 1
fi
echo "ok 1 patal loads no widget library"
