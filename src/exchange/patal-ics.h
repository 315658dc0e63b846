/* patal-ics.h: events as iCalendar (RFC 5545), which every telephone and every calendar reads
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-event.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define PATAL_ICS_ERROR (patal_ics_error_quark ())
GQuark patal_ics_error_quark (void);
typedef enum { PATAL_ICS_ERROR_EMPTY } PatalIcsError; /* no event: RFC 5545 knows no empty calendar */

/* One VCALENDAR, published: each event lies on whole days. Who takes the file in a second time has each
 * event once, as it is now, since their UIDs stay; those that were cancelled say so. No clock is read: the
 * same events give the same bytes. Written beside @path and moved there when whole (0600). @error:
 * PATAL_ICS_ERROR, G_FILE_ERROR; then what stood at @path stays. */
gboolean patal_ics_write (const PatalEvents *events, const char *path, GError **error);

G_END_DECLS
