import * as calendar from '../calendar.ts'
import { everyone, type Route } from '../route.ts'

export const calendarRoutes = {
  getCalendar: {
    method: 'GET',
    path: '/calendar',
    in: 'calendar',
    who: everyone,
    zh: '工作日历',
    en: 'the working calendar in force',
    status: 200,
    answer: calendar.CalendarView,
  },
  setCalendarYear: {
    method: 'POST',
    path: '/calendar/years',
    in: 'calendar',
    who: ['admin', 'dispatcher'],
    zh: '登记一年的放假安排',
    en: "enter a year's notice of holidays",
    body: calendar.SetCalendarYear,
    status: 201,
    answer: calendar.CalendarView,
  },
  recompute: {
    method: 'POST',
    path: '/recomputations',
    in: 'calendar',
    who: ['admin', 'dispatcher'],
    zh: '按现行日历重算在办件期限',
    en: 'compute the due times of open issues again',
    body: calendar.Recompute,
    status: 200,
    answer: calendar.Recomputed,
  },
} as const satisfies Record<string, Route>
