/* patal-district.h: the beginning of a district's file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"

G_BEGIN_DECLS

/* Fills a file that was just made: the state's pack (labels, posts), the state and the district as units. @state: the pack's abbreviation
 * ("CG"), or any state's name, which gets plain words. @name in any script; @name_en: (nullable). One edit, which
 * undo passes over: without its words and posts the file would be no district's. */
gboolean patal_district_begin (PatalDb *db, const char *state, const char *name, const char *name_en, GError **error);

G_END_DECLS
