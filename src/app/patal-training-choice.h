/* patal-training-choice.h: choosing one of the file's trainings, or all of them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "training" (gint64): 0 for all. It follows the file: a new training becomes the one chosen, one that is gone is chosen no more. */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_TRAINING_CHOICE (patal_training_choice_get_type ())
G_DECLARE_FINAL_TYPE (PatalTrainingChoice, patal_training_choice, PATAL, TRAINING_CHOICE, AdwBin)

void   patal_training_choice_set_document (PatalTrainingChoice *choice, PatalDocument *document); /* once */
gint64 patal_training_choice_get_training (PatalTrainingChoice *choice);
void   patal_training_choice_set_training (PatalTrainingChoice *choice, gint64 training); /* unknown: all */

G_END_DECLS
