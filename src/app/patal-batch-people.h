/* patal-batch-people.h: the people of a batch: who is called, who stands in, who came, what they knew before and after
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed is saved as one edit, by its bar or by leaving. */
#pragma once
#include "patal-batch-sheet.h"
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BATCH_PEOPLE (patal_batch_people_get_type ())
G_DECLARE_FINAL_TYPE (PatalBatchPeople, patal_batch_people, PATAL, BATCH_PEOPLE, AdwBin)

GtkWidget *patal_batch_people_new (PatalDocument *document);

/* (nullable): kept by the caller until another one is shown. What is typed stays typed where it is the same batch again. */
void     patal_batch_people_show         (PatalBatchPeople *people, const PatalBatchSheet *sheet);
void     patal_batch_people_set_editable (PatalBatchPeople *people, gboolean editable);
gboolean patal_batch_people_leave        (PatalBatchPeople *people); /* saves what is typed; FALSE: it is wrong */
void     patal_batch_people_take_focus   (PatalBatchPeople *people);

G_END_DECLS
