/* patal-issued-letter.h: papers of trainings that were issued, as they were issued
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is never changed, only called back, with a reason; by edits that undo passes over, so that no number comes back. */
#pragma once
#include "patal-edit.h"
#include "patal-training-paper.h"

G_BEGIN_DECLS

typedef struct
{
  gint64             id, training, unit, batch, nomination; /* the last three 0: none */
  PatalTrainingPaper paper;
  char              *number;       /* (nullable) */
  char              *name;         /* (nullable): of a certificate: whose it is, as it says */
  char              *printed;      /* its words and its layout: as patal-letter-layout.h writes them */
  PatalDay           day, recalled_on; /* @recalled_on PATAL_DAY_NONE: it stands */
  char              *recalled_why; /* (nullable) */
  gint64             issued_at;    /* seconds UTC */
} PatalIssuedLetter;
void patal_issued_letter_free (PatalIssuedLetter *letter); /* accepts NULL */

typedef enum { PATAL_ISSUED_STANDING, PATAL_ISSUED_ALL /* those that were called back too */ } PatalIssuedWhich;
/* (transfer full) (element-type PatalIssuedLetter): those of a training and a kind, in the order in which they were issued. Of batch @order->batch, block
 * or person alone where the order names one. */
GPtrArray *patal_issued_letters (PatalDb *db, const PatalTrainingPaperOrder *order, PatalIssuedWhich which, GError **error);

/* (transfer full): the next numbers for @n certificates, DISTRICT/PROGRAMME/YEAR/SERIAL, counted on from the last one that was ever given. */
GStrv patal_certificate_numbers (PatalDb *db, gint64 training, guint n, GError **error);

/* Inside an edit that is standing (patal_db_edit_standing()); gives the id. */
gboolean patal_issued_letter_insert (PatalDb *db, PatalIssuedLetter *letter, GError **error);
/* Likewise. PATAL_TRAINING_PAPER_ERROR (REASON: @why is blank; NOTHING: it is called back already). */
gboolean patal_issued_letter_recall (PatalDb *db, gint64 id, const char *why, PatalDay today, GError **error);

G_END_DECLS
