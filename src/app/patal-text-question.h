/* patal-text-question.h: a question that is answered by a few words: the reason of something, the number of a letter
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  const char *heading, *body;
  const char *label;   /* (nullable): of the field, with mnemonic; NULL: yes or no alone */
  const char *yes;     /* with mnemonic: "_Unfreeze" */
  gboolean    needed;  /* without words there is no yes */
} PatalTextQuestion;

/* @answer: (nullable): NULL: no; "" where no words are needed and none were said. Called once. */
typedef void (*PatalTextAnswer) (gpointer user_data, const char *answer);
void patal_text_question_ask (GtkWidget *asked_from, const PatalTextQuestion *question, PatalTextAnswer answered, gpointer user_data);

G_END_DECLS
