/* patal-demo-names.h: the dice of the demonstration, and the names that they throw
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-day.h"
#include "patal-person.h"

G_BEGIN_DECLS

/* Our own, so that the same file comes out wherever it is made. */
typedef struct
{
  guint64 state; /* begin with any number, another one for each part of the demonstration */
} PatalDemoDice;

guint    patal_demo_roll        (PatalDemoDice *dice, guint sides);    /* 0 to @sides - 1 */
gboolean patal_demo_chance      (PatalDemoDice *dice, guint per_cent);
PatalDay patal_demo_day_between (PatalDemoDice *dice, PatalDay first, PatalDay last);

typedef struct
{
  const char *hi, *en;
  guint       weight;
} PatalDemoName;

typedef struct _PatalDemoNames PatalDemoNames; /* data/demo/names.csv */
PatalDemoNames      *patal_demo_names_new     (void);
void                 patal_demo_names_free    (PatalDemoNames *names); /* accepts NULL */
/* "रामकुमार", "संतोष कुमार": what stands before the surname, in both scripts. */
void                 patal_demo_names_first   (const PatalDemoNames *names, PatalDemoDice *dice, PatalGender gender, GString *hi, GString *en);
const PatalDemoName *patal_demo_names_surname (const PatalDemoNames *names, PatalDemoDice *dice, PatalSocial social); /* lives as long as @names */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalDemoNames, patal_demo_names_free)
G_END_DECLS
