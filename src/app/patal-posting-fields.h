/* patal-posting-fields.h: the part of a form that says where somebody is posted, as what, since when
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the form of a posting, and for that of a new person. The posts offered are those of the chosen place's level. */
#pragma once
#include "patal-form-dialog.h"
#include "patal-posting.h"

G_BEGIN_DECLS

typedef enum { PATAL_POSTING_FIELDS_NEEDED, PATAL_POSTING_FIELDS_OPTIONAL /* the person may have no post yet; no last day */ }
PatalPostingFieldsNeed;

typedef struct /* the widgets belong to the dialog */
{
  PatalPostingFieldsNeed need;
  PatalFormDialog       *dialog;
  PatalDocument         *document; /* borrowed from the dialog; main thread only */
  PatalRecordChooser    *unit;
  GtkDropDown           *post, *charge;
  PatalField            *from, *to, *order_no; /* @to: NULL where OPTIONAL */
  GArray                *posts;                /* gint64: what the choice offers; the first is 0, for none */
  GtkCheckButton        *relieve;              /* shown where others stood in until a main charge */
  gboolean               relieving;            /* whether that ends: read with the fields, for the edit's thread */
} PatalPostingFields;

/* Appends them to @dialog. @fields lives as long as the dialog's form. */
void patal_posting_fields_add   (PatalPostingFields *fields, PatalFormDialog *dialog, PatalDocument *document,
                                 PatalPostingFieldsNeed need);
void patal_posting_fields_clear (PatalPostingFields *fields);

void patal_posting_fields_show (PatalPostingFields *fields, const PatalPosting *posting);

/* Reads all but id and person; the post is 0 where none was chosen and none is needed. FALSE: *@field is at fault; the rules of a
 * posting are not checked here (patal_posting_check). */
gboolean patal_posting_fields_read (PatalPostingFields *fields, PatalPosting *into, const char **field, GError **error);

/* For what was read, once its person is known: offers to relieve those who stood in. */
void     patal_posting_fields_show_stand_ins (PatalPostingFields *fields, const PatalPosting *posting);
/* In the edit that writes @posting, in its thread: does so where it was wanted. */
gboolean patal_posting_fields_relieve        (const PatalPostingFields *fields, PatalDb *db, const PatalPosting *posting, GError **error);

/* FALSE, with PATAL_POSTING_ERROR_WHAT and *@at = @id, unless @there. */
gboolean patal_posting_fields_need (gboolean there, const char *id, const char *sentence, const char **at, GError **error);

G_END_DECLS
