/* patal-table-book.h: many tables one behind the other, as one document: the attendance sheets of a district
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-pages.h"
#include "patal-table-pages.h"

G_BEGIN_DECLS

/* (transfer full): @n (at least 1) tables, each from a page of its own on, with its own page numbers, and in
 * the outline below @title. All sheets lie the same way: where the setup leaves it open, on their side if
 * one of the tables needs it. @tables are kept and must not be changed any more. NULL: cancelled. */
PatalPages *patal_table_book_new (PatalTable *const *tables, guint n, const char *title,
                                  const PatalTableSetup *setup, PatalWords *words,
                                  const PatalProgress *progress, GError **error);

G_END_DECLS
