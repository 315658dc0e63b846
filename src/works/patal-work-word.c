/* patal-work-word.c: what kinds and states of works are called
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work.h"
#include <glib/gi18n-lib.h>

const char *
patal_work_kind_id (PatalWorkKind kind)
{
  static const char *const ids[PATAL_N_WORK_KINDS] = { "community", "individual" };

  g_return_val_if_fail (kind < PATAL_N_WORK_KINDS, NULL);
  return ids[kind];
}

const char *
patal_work_kind_title (PatalWorkKind kind)
{
  static const char *const titles[PATAL_N_WORK_KINDS] = { N_("Community work"), N_("Individual work") };

  g_return_val_if_fail (kind < PATAL_N_WORK_KINDS, NULL);
  return titles[kind];
}

const char *
patal_work_status_id (PatalWorkStatus status)
{
  static const char *const ids[PATAL_N_WORK_STATUSES] = { "sanctioned", "ongoing", "completed", "closed" };

  g_return_val_if_fail (status < PATAL_N_WORK_STATUSES, NULL);
  return ids[status];
}

const char *
patal_work_status_title (PatalWorkStatus status)
{
  /* Translators: of a work */
  static const char *const titles[PATAL_N_WORK_STATUSES] = { N_("Sanctioned"), N_("In progress"), N_("Completed"), N_("Closed") };

  g_return_val_if_fail (status < PATAL_N_WORK_STATUSES, NULL);
  return titles[status];
}
