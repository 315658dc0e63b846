/* board-scope.h: of which works boards are asked for
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-call.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean all;
  char   **blocks, **gps, **works; /* each (nullable); NULL at the end */
} BoardScope;

#define BOARD_SCOPE_USAGE "(--all | --block CODE|NAME | --gp CODE|ID|NAME | --work ID)…"
#define BOARD_SCOPE_ENTRIES(scope) \
  { "all", 0, 0, G_OPTION_ARG_NONE, &(scope).all, NULL, NULL }, \
  { "block", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(scope).blocks, NULL, NULL }, \
  { "gp", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(scope).gps, NULL, NULL }, \
  { "work", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(scope).works, NULL, NULL }

gboolean board_scope_is_given (const BoardScope *scope);
void     board_scope_clear    (BoardScope *scope);

/* (transfer full) (element-type gint64): the works, each once, in the order block → gram panchayat → work by the names of @lang. NULL: said on
 * standard error (a word that means nothing, or several units; no works); return REFUSED. */
GArray  *board_scope_works    (const BoardScope *scope, PatalDb *db, PatalLang lang);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BoardScope, board_scope_clear)
G_END_DECLS
