/* patal-scheme.h: the schemes that works are done under, and what a day of work is paid
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a board says of a scheme. Its money is the concern of funds. */
#pragma once
#include "patal-blob.h"
#include "patal-day.h"

G_BEGIN_DECLS

/* Indexes of PatalLang. */
typedef struct
{
  gint64   id;
  char    *code, *names[2], *helpline, *source, *order_no; /* each (nullable) but the code and one of the names */
  PatalDay valid_from, valid_to;
  gboolean has_logo;
  guint8   logo[PATAL_BLOB_HASH_SIZE];                     /* names a blob */
  gboolean verified;
} PatalScheme;
void patal_scheme_clear (PatalScheme *scheme);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalScheme, patal_scheme_clear)

#define PATAL_SCHEME_ERROR (patal_scheme_error_quark ())
GQuark patal_scheme_error_quark (void);
typedef enum
{
  PATAL_SCHEME_ERROR_NAME,   /* no code, or neither a Hindi nor an English name */
  PATAL_SCHEME_ERROR_SPAN,   /* ends before it begins */
  PATAL_SCHEME_ERROR_IN_USE, /* works name it */
  PATAL_SCHEME_ERROR_RATE,   /* a wage rate of nothing, or without its first day */
} PatalSchemeError;

GPtrArray *patal_scheme_list   (PatalDb *db, GError **error); /* (transfer full) (element-type PatalScheme), by code */
gboolean   patal_scheme_load   (PatalDb *db, gint64 id, PatalScheme *out, GError **error);
gboolean   patal_scheme_check  (const PatalScheme *scheme, const char **field, GError **error);
gboolean   patal_scheme_insert (PatalDb *db, PatalScheme *scheme, GError **error); /* inside an edit, as the others */
gboolean   patal_scheme_update (PatalDb *db, const PatalScheme *scheme, GError **error);
gboolean   patal_scheme_remove (PatalDb *db, gint64 id, GError **error);

/* The scheme that a list means by @word (its code or a name, folded; or a short word that offices use); 0: none, or @error. */
gint64     patal_scheme_find   (PatalDb *db, const char *word, GError **error);
/* The same among schemes that are read already: (transfer none) (nullable). */
const PatalScheme *patal_scheme_among (const GPtrArray *schemes, const char *word);

/* What a day of unskilled work is paid under @scheme in the state of @gp on @day: *@paise 0 where no rate is known. *@verified (nullable):
 * whether an order is named for it. */
gboolean patal_wage_rate (PatalDb *db, gint64 scheme, gint64 gp, PatalDay day, gint64 *paise, gboolean *verified, GError **error);

typedef struct
{
  gint64   id, scheme;
  char    *state_code, *source, *order_no;
  PatalDay from;
  gint64   paise;
  gboolean verified;
} PatalWageRate;
void       patal_wage_rate_free (PatalWageRate *rate);
GPtrArray *patal_wage_rates (PatalDb *db, const char *state_code, GError **error); /* (element-type PatalWageRate), the newest first */
gboolean   patal_wage_rate_put (PatalDb *db, PatalWageRate *rate, GError **error); /* id 0: a new one; inside an edit */

G_END_DECLS
