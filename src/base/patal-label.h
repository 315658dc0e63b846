/* patal-label.h: a sentence kept as a message id and its arguments, so that it reads in every language
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal keeps labels, not sentences: the same history reads in Hindi and in English. In the message
 * {n} stands for the count (grouped 2-2-3), {1} to {4} for the arguments. Arguments are data (a name, a file
 * name); they are never translated and never read as a format. */
#pragma once
#include "patal-words.h"

G_BEGIN_DECLS

#define PATAL_LABEL_MAX_ARGS 4

typedef struct
{
  const char *msgid;
  const char *msgid_plural; /* (nullable): then n does not choose the form */
  guint64     n;
  const char *args[PATAL_LABEL_MAX_ARGS]; /* NULL where unused */
} PatalLabel;

/* PATAL_LABEL ("Renamed {1} to {2}", old, new) and PATAL_LABEL_N ("Imported {n} venue", "Imported {n} venues", n):
 * xgettext knows both. The strings are borrowed. */
#define PATAL_LABEL(id, ...)            (&(const PatalLabel) { .msgid = (id), .args = { __VA_ARGS__ } })
#define PATAL_LABEL_N(id, many, count, ...) \
  (&(const PatalLabel) { .msgid = (id), .msgid_plural = (many), .n = (count), .args = { __VA_ARGS__ } })

/* Marks the two forms of a label that is kept in a table, so that translators see one entry: stands for both, with a comma between.
 * { PATAL_N_PLURAL ("one", "many") }, or .label = PATAL_N_PLURAL ("one", "many") where the field of the plural comes next. */
#define PATAL_N_PLURAL(one, many) (one), (many)

/* (transfer full): the sentence in the language of @words, or with NULL in that of the process. */
char *patal_label_text (const PatalLabel *label, const PatalWords *words);

G_END_DECLS
