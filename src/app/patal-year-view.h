/* patal-year-view.h: a financial year, month by month, with its holidays and blackouts
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Classes differ by shape as well as by colour. The list of the same page is its twin for the keyboard and for screen readers.
 * Signal: day-chosen (int day), a PatalDay, by a click. */
#pragma once
#include "patal-calendar.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_YEAR_VIEW (patal_year_view_get_type ())
G_DECLARE_FINAL_TYPE (PatalYearView, patal_year_view, PATAL, YEAR_VIEW, GtkWidget)

GtkWidget *patal_year_view_new (void);

/* Shows @fy. @calendar: (transfer none) (nullable), of that year; it must outlive its being shown. */
void     patal_year_view_set_calendar (PatalYearView *view, int fy, const PatalCalendar *calendar);
void     patal_year_view_set_selected (PatalYearView *view, PatalDay day);
PatalDay patal_year_view_get_selected (PatalYearView *view);

/* Draws what stands for a class in a box of the given size: for the legend. */
void patal_year_view_draw_class (cairo_t *cr, PatalHolidayClass klass, double x, double y, double size, gboolean dark);
void patal_year_view_draw_blackout (cairo_t *cr, double x, double y, double size, gboolean hard);

G_END_DECLS
